package io.greenroom.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real program in a process of its own, for tests that need one. Closing it kills it. */
final class Program implements AutoCloseable {
    private static final Pattern API = Pattern.compile(" +API +http://127\\.0\\.0\\.1:(\\d+)/v2");

    private final Process process;
    private final int port;
    private final Path log;

    private Program(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it on a free port; it takes requests when this returns. */
    static Program start(Path log, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port=0"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("GREENROOM_"));
        Process process = builder.redirectError(log.toFile()).start();
        return new Program(process, port(process, log), log);
    }

    private static int port(Process process, Path log) throws IOException {
        // Left open: the program goes on printing, and a closed pipe would be a fault to it.
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher api = API.matcher(line);
            if (api.matches()) {
                return Integer.parseInt(api.group(1));
            }
        }
        throw new IllegalStateException("The program does not start: " + Files.readString(log));
    }

    int port() {
        return port;
    }

    /** Sends the signal to stop, as an operating system does. */
    void terminate() {
        process.destroy();
    }

    /** How it ended, within that time. */
    int ended(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The program still runs after " + seconds + " s");
        }
        return process.exitValue();
    }

    /** What it has logged. */
    List<String> logged() throws IOException {
        return Files.readAllLines(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

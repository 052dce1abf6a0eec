package io.greenroom.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A server that is started repeatedly.
 *
 * @param name in the figures
 * @param port where it listens
 * @param command the shell command that starts it
 */
record Subject(String name, int port, String command) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Parses {@code name=port=command}. */
    static Subject of(String text) {
        String[] parts = text.split("=", 3);
        return new Subject(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    /** Starts the server; its output goes to a file. */
    Process start(File log) throws IOException {
        return new ProcessBuilder("sh", "-c", "exec " + command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Waits until it answers a GET of that path with 200. */
    void await(Process process, String path, String token) throws InterruptedException {
        long start = System.nanoTime();
        while (!answers(path, token)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(name + " does not answer " + path);
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private boolean answers(String path, String token) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8).startsWith("HTTP/1.1 200 ");
        } catch (IOException notYet) {
            return false;
        }
    }
}

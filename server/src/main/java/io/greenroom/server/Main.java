package io.greenroom.server;

import io.greenroom.kernel.http.CannotListen;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.server.config.Config;
import io.greenroom.server.config.ConfigFault;
import io.greenroom.server.config.Nearest;
import io.greenroom.server.config.Sources;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** The command line of Greenroom: a command, then options. Without a command it starts the server. */
public final class Main {
    private static final int FINE = 0;
    private static final int CANNOT_START = 1;
    private static final int WRONGLY_CALLED = 2;
    private static final int HAS_DIED = 3;
    private static final List<String> COMMANDS = List.of("start", "env", "config", "version", "help", "train");

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        int status = new Main(System.out, System.err).run(List.of(args));
        if (status != FINE) {
            System.exit(status);
        }
    }

    /** Runs a command to its end. */
    int run(List<String> words) {
        boolean named = !words.isEmpty() && !words.getFirst().startsWith("-");
        String command = named ? words.getFirst() : "start";
        List<String> options = named ? words.subList(1, words.size()) : words;
        if (options.contains("--help") || options.contains("-h")) {
            command = "help";
        } else if (options.contains("--version")) {
            command = "version";
        }
        try {
            return run(command, options);
        } catch (ConfigFault fault) {
            fault.faults().forEach(this::complain);
            complain("greenroom help lists the settings");
            return WRONGLY_CALLED;
        } catch (StoreUnavailable | CannotListen | CannotStart fault) {
            complain(String.valueOf(fault.getMessage()));
            return CANNOT_START;
        }
    }

    private int run(String command, List<String> options) {
        switch (command) {
            case "start" -> {
                new StartCommand(out).run(Config.read(Sources.of(options)));
                return HAS_DIED;
            }
            case "env" -> print(Demo.environment(Config.read(Sources.of(options))));
            case "config" -> print(ConfigTable.lines(Config.read(Sources.of(options))));
            case "version" -> out.println("Greenroom " + Version.text());
            case "help" -> print(Help.lines());
            case "train" -> Training.run();
            default -> {
                complain(command + " is no command"
                        + Nearest.to(command, COMMANDS)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; greenroom help lists them"));
                return WRONGLY_CALLED;
            }
        }
        return FINE;
    }

    private void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    private void complain(String what) {
        Arrays.stream(what.split("\n")).forEach(line -> err.println("greenroom: " + line));
    }
}

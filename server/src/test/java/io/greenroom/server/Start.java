package io.greenroom.server;

import io.greenroom.server.config.Config;
import io.greenroom.server.config.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts servers for tests: on a free port, whatever the environment says. */
public final class Start {
    private Start() {}

    public static Greenroom server(String... options) {
        return Greenroom.start(config(options));
    }

    /** Ends the threads of that name, as a fault would. */
    public static void kill(String name) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(name)) {
                thread.interrupt();
                thread.join();
            }
        }
    }

    /** Waits as the program does until a thread that the server needs has died. */
    public static void awaitDeath(Greenroom server) throws InterruptedException {
        StartCommand.awaitDeath(server);
    }

    static Config config(String... options) {
        Map<String, String> usual = Map.of("greenroom.port", "0", "greenroom.log.requests", "off");
        return Config.read(new Sources(List.of(options), usual, Map.of(), Path.of("no-such-file.yaml")));
    }
}

package io.greenroom.server;

import io.greenroom.server.config.Config;
import io.greenroom.server.config.Setting;
import io.greenroom.server.control.ControlApi;
import io.greenroom.server.logs.LogFormat;
import io.greenroom.server.logs.Logs;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code greenroom start}: runs the server until the process is asked to stop, or a thread that it needs has died. */
final class StartCommand {
    private static final Logger LOG = LoggerFactory.getLogger(StartCommand.class);
    private static final int FIRST_LINES = 5;
    private static final int LOOK_EVERY_MILLIS = 1000;

    private final PrintStream out;

    StartCommand(PrintStream out) {
        this.out = out;
    }

    void run(Config config) {
        Greenroom server = open(config);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        try {
            server.loadRest();
            awaitDeath(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the server cannot work any more, so that the process can end and be started again. */
    static void awaitDeath(Greenroom server) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Optional<String> dead = server.deadThread();
        while (dead.isEmpty()) {
            if (never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
            dead = server.deadThread();
        }
        LOG.error("The thread of the {} has died, so the process ends", dead.get());
    }

    /** Starts the server and says where it is. */
    Greenroom open(Config config) {
        Logs.write(config.choice(Setting.LOG_FORMAT, LogFormat.class));
        Greenroom server = Greenroom.start(config);
        banner(config, server).forEach(out::println);
        out.flush();
        return server;
    }

    private static List<String> banner(Config config, Greenroom server) {
        List<String> lines = new ArrayList<>(List.of(
                "Greenroom " + Version.text() + ", profile " + config.text(Setting.PROFILE),
                "  state      " + state(config, server.home()),
                "  API        " + server.url() + "/v2",
                "  reference  " + server.url() + "/docs/",
                "  control    " + control(config, server),
                ""));
        if (config.flag(Setting.DEMO)) {
            lines.addAll(Demo.environment(server.url()).subList(0, FIRST_LINES));
            lines.addAll(List.of("", Demo.curl(server.url()), ""));
        }
        return lines;
    }

    /** Where the control API is and what it asks for; a generated token is printed here only. */
    private static String control(Config config, Greenroom server) {
        String token = server.admission().token();
        String asks;
        if (!token.equals(config.text(Setting.CONTROL_TOKEN))) {
            asks = ", asks for the token " + token + ", which goes with this process; --control-token sets one";
        } else if (!token.isEmpty()) {
            asks = ", asks for the control token";
        } else {
            asks = server.admission().open() ? "" : ", closed until --control-token sets a token";
        }
        return server.url() + "/" + ControlApi.PLACE + asks;
    }

    private static String state(Config config, Home home) {
        String folder = home.folder() + (home.temporary() ? ", which goes with this process" : "");
        return config.optional(Setting.DATABASE).isPresent() ? "the PostgreSQL database; files in " + folder : folder;
    }
}

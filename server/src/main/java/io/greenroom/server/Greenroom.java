package io.greenroom.server;

import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.install.Installation;
import io.greenroom.server.config.Config;
import io.greenroom.server.control.ControlSettings;
import io.greenroom.server.operations.Metrics;
import io.greenroom.server.operations.Probes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running server. Threads may share it. */
public final class Greenroom implements AutoCloseable {
    private final Home home;
    private final Installation installation;
    private final HttpServer http;
    private final Probes probes;
    private final Metrics metrics;
    private final String url;
    private final ControlSettings admission;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Greenroom(
            Home home,
            Installation installation,
            HttpServer http,
            Probes probes,
            Metrics metrics,
            String url,
            ControlSettings admission) {
        this.home = home;
        this.installation = installation;
        this.http = http;
        this.probes = probes;
        this.metrics = metrics;
        this.url = url;
        this.admission = admission;
        probes.watch(this::deadThread);
    }

    /**
     * Starts a server; it accepts requests when this returns.
     *
     * @throws CannotStart when what the settings name is unavailable
     */
    public static Greenroom start(Config config) {
        return new Wiring(config).start();
    }

    /** The server's address, without a trailing slash. */
    public String url() {
        return url;
    }

    public int port() {
        return http.port();
    }

    /** Loads what the first answers did not need. */
    void loadRest() throws InterruptedException {
        metrics.loadInTime();
    }

    /** Who may use the control API. */
    ControlSettings admission() {
        return admission;
    }

    /** The name of a thread that has died though nothing works without it; empty if all are there, or it is closed. */
    Optional<String> deadThread() {
        if (!open.get()) {
            return Optional.empty();
        }
        return installation.deadThread().or(() -> http.isListening() ? Optional.empty() : Optional.of("listener"));
    }

    Home home() {
        return home;
    }

    /** Stops accepting requests, finishes running ones, delivers waiting events, and closes the store. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            probes.stopping();
            http.close();
            installation.close();
            home.close();
        }
    }
}

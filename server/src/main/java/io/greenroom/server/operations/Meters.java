package io.greenroom.server.operations;

import io.greenroom.kernel.road.history.CompletedRequest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The meters: requests by operation and status, the outbox, the Java machine. Threads may share it. */
final class Meters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Served, Timer> timers = new ConcurrentHashMap<>();

    @SuppressWarnings({"unused", "FieldCanBeLocal"}) // Held, because it stops listening when it is collected.
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** The tags of the request timer. */
    private record Served(String operation, int status) {}

    Meters(LongSupplier undelivered) {
        Gauge.builder("greenroom.outbox.undelivered", undelivered, LongSupplier::getAsLong)
                .description("Events that wait to be delivered")
                .strongReference(true)
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    void observe(CompletedRequest request) {
        Served served = new Served(request.operation(), request.status());
        Timer timer = timers.get(served);
        if (timer == null) {
            timer = timers.computeIfAbsent(served, this::timer);
        }
        timer.record(request.nanos(), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Served served) {
        return Timer.builder("greenroom.requests")
                .description("Requests by operation and status; no operation where no route leads")
                .tag("operation", served.operation())
                .tag("status", Integer.toString(served.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    String scrape() {
        return registry.scrape();
    }
}

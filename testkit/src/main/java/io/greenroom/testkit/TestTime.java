package io.greenroom.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The system's time in tests: frozen until it is moved. Threads may share it. */
public final class TestTime implements InstantSource {
    /** The start time of every scene: the catalogue's month. */
    public static final Instant START = Instant.parse("2021-08-02T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    public void move(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }
}

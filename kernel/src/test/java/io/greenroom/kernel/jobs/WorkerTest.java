package io.greenroom.kernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int PATIENCE_SECONDS = 20;

    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore done = new Semaphore(0);

    private int work() {
        if (waiting.getAndUpdate(count -> Math.max(0, count - 1)) == 0) {
            return 0;
        }
        done.release();
        return 1;
    }

    private boolean isDone(int times) throws InterruptedException {
        return done.tryAcquire(times, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void worksUntilNothingIsLeftWhenItIsWoken() throws InterruptedException {
        try (Worker worker = new Worker("test", NEVER, this::work)) {
            waiting.set(3);
            worker.wake();
            assertThat(isDone(3)).isTrue();
            waiting.set(2);
            worker.wake();
            assertThat(isDone(2)).isTrue();
        }
    }

    @Test
    void looksForWorkNowAndThen() throws InterruptedException {
        try (Worker _ = new Worker("test", Duration.ofMillis(1), this::work)) {
            for (int i = 0; i < 3; i++) {
                waiting.set(1);
                assertThat(isDone(1)).as("woken by nobody").isTrue();
            }
        }
    }

    @Test
    void continuesAfterAFailure() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        try (Worker worker = new Worker("test", Duration.ofMillis(1), () -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            return work();
        })) {
            waiting.set(1);
            worker.wake();
            assertThat(isDone(1)).isTrue();
        }
        assertThat(tries.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void finishesWaitingWorkBeforeItStops() {
        Worker worker = new Worker("test", NEVER, this::work);
        waiting.set(5);
        worker.close();
        assertThat(done.availablePermits()).isEqualTo(5);
        worker.wake();
        worker.close();
        assertThat(done.availablePermits()).isEqualTo(5);
    }
}

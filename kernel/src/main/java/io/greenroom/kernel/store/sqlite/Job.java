package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.store.StoreUnavailable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A unit in the writer's queue, and where its caller waits for the result. */
final class Job<T> {
    private final Function<WriteUnit, T> unit;
    private final CountDownLatch answered = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable Throwable thrown;

    Job(Function<WriteUnit, T> unit) {
        this.unit = unit;
    }

    /**
     * Runs the unit, possibly again. What it throws rolls it back and is kept for the caller; storage failures are
     * thrown on.
     */
    void run(Batch batch) {
        WriteUnit running = new WriteUnit(batch);
        thrown = null;
        try {
            result = unit.apply(running);
            batch.session().failure().ifPresent(failure -> {
                throw failure;
            });
            running.keep();
        } catch (StoreUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException | Error fault) {
            thrown = fault;
            running.undo();
        }
    }

    /** Fails the job because the batch could not be committed. */
    void fail(Throwable fault) {
        thrown = fault;
    }

    void answer() {
        answered.countDown();
    }

    /** Waits for the result. A running unit cannot be cancelled, so an interrupt waits too. */
    T await() {
        boolean interrupted = false;
        while (true) {
            try {
                answered.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome();
    }

    @SuppressWarnings("NullAway") // the unit has returned it, null or not
    private T outcome() {
        switch (thrown) {
            case null -> {
                return result;
            }
            case StoreUnavailable unavailable ->
                throw new StoreUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            default -> throw new IllegalStateException(thrown);
        }
    }
}

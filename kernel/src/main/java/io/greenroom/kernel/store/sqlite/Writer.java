package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer thread. It takes the waiting units, runs them in one transaction, commits once and then answers
 * them all. So units never race each other, and one fsync serves many of them.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final String CLOSED = "The store is closed";
    private static final int QUEUE = 4_096;
    private static final int BATCH = 256;
    private static final long IDLE_MILLIS = 1_000;
    private static final long SAVE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Session session;
    private final Sequences sequences = new Sequences();
    private final DocCache cache;
    private final CountersInMemory counters;
    private final Clock clock;
    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;

    /**
     * Starts the thread.
     *
     * @param session owned by this writer from now on
     * @param counters saved periodically
     */
    Writer(Session session, DocCache cache, CountersInMemory counters, Clock clock) {
        this.session = session;
        this.cache = cache;
        this.counters = counters;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("greenroom-writer").daemon().start(this::run);
    }

    /** Runs a unit and returns when it is durable. */
    <T> T write(Function<WriteUnit, T> unit) {
        if (Thread.currentThread() == thread) {
            throw new ContractViolation("A unit may not begin another one");
        }
        Job<T> job = new Job<>(unit);
        if (closing) {
            throw new StoreUnavailable(CLOSED);
        }
        if (!queue.offer(job)) {
            throw new StoreUnavailable("Too many units wait to be written");
        }
        if (ended) {
            failWaiting();
        }
        return job.await();
    }

    /** Whether units are written. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            long saved = clock.stopwatchNanos();
            while (!closing || !queue.isEmpty()) {
                next();
                if (clock.stopwatchNanos() - saved > SAVE_NANOS) {
                    saveCounters();
                    saved = clock.stopwatchNanos();
                }
            }
            saveCounters();
            session.close();
        } catch (InterruptedException e) {
            LOG.warn("The writer was interrupted", e);
        } finally {
            ended = true;
            failWaiting();
        }
    }

    private void failWaiting() {
        List<Job<?>> late = new ArrayList<>();
        queue.drainTo(late);
        for (Job<?> job : late) {
            job.fail(new StoreUnavailable(CLOSED));
            job.answer();
        }
    }

    private void next() throws InterruptedException {
        Job<?> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Job<?>> jobs = new ArrayList<>();
            jobs.add(first);
            queue.drainTo(jobs, BATCH - 1);
            commit(jobs);
        }
    }

    /** Write units rarely fail, so they get savepoints only when one of the batch has failed. */
    private void commit(List<Job<?>> jobs) {
        try {
            run(jobs, false);
        } catch (Batch.Spoiled spoiled) {
            rollback();
            commitApart(jobs);
        } catch (RuntimeException | Error fault) {
            fail(jobs, fault);
        }
        jobs.forEach(Job::answer);
    }

    private void commitApart(List<Job<?>> jobs) {
        try {
            run(jobs, true);
        } catch (RuntimeException | Error fault) {
            fail(jobs, fault);
        }
    }

    private void run(List<Job<?>> jobs, boolean apart) {
        Batch batch = new Batch(session, sequences, cache, apart);
        batch.begin();
        for (Job<?> job : jobs) {
            job.run(batch);
        }
        batch.commit();
    }

    private void fail(List<Job<?>> jobs, Throwable fault) {
        rollback();
        jobs.forEach(job -> job.fail(fault));
    }

    /** Rolls back a transaction that may have ended by itself. */
    private void rollback() {
        session.reset();
        try {
            session.command("ROLLBACK");
        } catch (ContractViolation ended) {
            LOG.debug("The transaction was gone already", ended);
        } catch (StoreUnavailable unavailable) {
            LOG.warn("Nothing can be rolled back", unavailable);
        }
        session.reset();
    }

    private void saveCounters() {
        try {
            session.command("BEGIN IMMEDIATE");
            counters.save(session);
            session.command("COMMIT");
        } catch (StoreUnavailable unavailable) {
            LOG.warn("The counters cannot be saved", unavailable);
            rollback();
        }
    }

    /** Finishes the waiting units, then ends the thread. */
    @Override
    public void close() {
        closing = true;
        queue.offer(new Job<>(unit -> "wake up"));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.greenroom.kernel.jobs;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A background thread that runs waiting work: at once when woken, otherwise at intervals, because other nodes of the
 * same database create work too. Failures are logged, and the work is tried again after the pause.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Duration pause;
    private final IntSupplier work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final Thread thread;
    private boolean wanted;
    private boolean closing;

    /**
     * Starts the thread.
     *
     * @param name of the thread
     * @param pause between runs when nothing wakes it
     * @param work does a piece and returns how much it did; 0 when there is none
     */
    public Worker(String name, Duration pause, IntSupplier work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** Signals that there may be work. Cheap; any thread may call it. */
    public void wake() {
        lock.lock();
        try {
            wanted = true;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitWork()) {
            attempt();
        }
        attempt();
    }

    private void attempt() {
        try {
            int done = work.getAsInt();
            while (done > 0) {
                done = work.getAsInt();
            }
        } catch (RuntimeException | Error fault) {
            LOG.error("{} failed and will be tried again", name, fault);
        }
    }

    /** Waits until there may be work; false when the worker is closing. */
    private boolean awaitWork() {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!wanted && !closing && left > 0) {
                left = called.awaitNanos(left);
            }
            wanted = false;
            return !closing;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the thread is there; without an interrupt it only ends when it is closed. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Finishes the waiting work and ends the thread. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            called.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

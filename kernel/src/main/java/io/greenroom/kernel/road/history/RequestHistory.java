package io.greenroom.kernel.road.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The latest completed requests, a bounded number. Threads may share it. */
public final class RequestHistory implements Observer {
    /** How many requests are kept. */
    public static final int SIZE = 8192;

    private final AtomicReferenceArray<CompletedRequest> entries = new AtomicReferenceArray<>(SIZE);
    private final AtomicLong count = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final boolean bodies;

    /**
     * The requests after another one.
     *
     * @param complete false if some of them are no longer kept
     */
    public record Since(List<CompletedRequest> newestFirst, boolean complete) {}

    /**
     * An empty history.
     *
     * @param bodies whether the bodies of requests are kept
     */
    public RequestHistory(boolean bodies) {
        this.bodies = bodies;
    }

    @Override
    public void observe(CompletedRequest entry) {
        entries.set((int) (count.getAndIncrement() % SIZE), bodies ? entry : entry.withoutBody());
        if (waiting.get() > 0) {
            lock.lock();
            try {
                more.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The stored requests, newest first. */
    public List<CompletedRequest> newestFirst() {
        long next = count.get();
        List<CompletedRequest> found = new ArrayList<>();
        for (long i = next - 1; i >= 0 && i >= next - SIZE; i--) {
            CompletedRequest entry = entries.get((int) (i % SIZE));
            if (entry != null) {
                found.add(entry);
            }
        }
        return found;
    }

    /** Whether a request with that tracking id is kept. */
    public boolean has(String trackingId) {
        return newestFirst().stream().anyMatch(request -> request.trackingId().equals(trackingId));
    }

    /**
     * The requests after the one with a tracking id.
     *
     * @param trackingId empty for all requests
     */
    public Since since(String trackingId) {
        boolean all = count.get() <= SIZE;
        List<CompletedRequest> found = newestFirst();
        if (trackingId.isEmpty()) {
            return new Since(found, all);
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).trackingId().equals(trackingId)) {
                return new Since(found.subList(0, i), true);
            }
        }
        return new Since(found, false);
    }

    /** Asks a question until the answer fits, again after each request; the last answer if the time is over. */
    public <T> T await(Duration time, Supplier<T> question, Predicate<T> fits) {
        waiting.incrementAndGet();
        lock.lock();
        try {
            long left = time.toNanos();
            T answer = question.get();
            while (!fits.test(answer) && left > 0) {
                left = more.awaitNanos(left);
                answer = question.get();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return question.get();
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }
}

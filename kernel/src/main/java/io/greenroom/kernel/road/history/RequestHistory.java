package io.greenroom.kernel.road.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The latest completed requests, a bounded number. Threads may share it. */
public final class RequestHistory implements Observer {
    private static final int SIZE = 2048;

    private final AtomicReferenceArray<CompletedRequest> entries = new AtomicReferenceArray<>(SIZE);
    private final AtomicLong count = new AtomicLong();

    @Override
    public void observe(CompletedRequest entry) {
        entries.set((int) (count.getAndIncrement() % SIZE), entry);
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
}

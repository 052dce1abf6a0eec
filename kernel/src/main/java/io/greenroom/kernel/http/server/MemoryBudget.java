package io.greenroom.kernel.http.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all requests together may use for long heads, bodies and answers, so that many large ones at once are
 * refused before they exhaust the heap. A half is kept for callers that have proven who they are. Threads may share it.
 */
final class MemoryBudget {
    /** A body that has been read grows to several times its size before it is answered. */
    private static final int PART_OF_HEAP = 16;

    private final AtomicLong free;
    private final long kept;

    MemoryBudget(long bytes) {
        this.free = new AtomicLong(bytes);
        this.kept = bytes / 2;
    }

    static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** Takes that many bytes for a caller that has proven who it is, if the budget has them. */
    boolean take(long bytes) {
        return take(bytes, 0);
    }

    private boolean take(long bytes, long leaving) {
        long before = free.get();
        while (before - bytes >= leaving) {
            if (free.compareAndSet(before, before - bytes)) {
                return true;
            }
            before = free.get();
        }
        return false;
    }

    /** Returns bytes that were taken. */
    void release(long bytes) {
        free.addAndGet(bytes);
    }

    /** A lease that holds nothing yet, for a caller that nothing is known of. */
    Lease lease() {
        return new Lease();
    }

    /** The bytes that one connection holds for its requests. Used by one thread; others may look. */
    final class Lease {
        private final AtomicLong held = new AtomicLong();
        private volatile long leaving = kept;

        private Lease() {}

        /** From now on the caller counts as one that has proven who it is, until everything is returned. */
        void useAll() {
            leaving = 0;
        }

        /** What a caller holds that has not proven who it is. */
        long heldByUnknown() {
            return leaving == 0 ? 0 : held.get();
        }

        /** Takes that many bytes more, if the budget has them. */
        boolean take(long bytes) {
            return take(bytes, leaving);
        }

        private boolean take(long bytes, long less) {
            boolean taken = MemoryBudget.this.take(bytes, less);
            if (taken) {
                held.addAndGet(bytes);
            }
            return taken;
        }

        /** Takes that many bytes more, if need be of those that are kept for known callers. */
        boolean takeKept(long bytes) {
            return take(bytes, 0);
        }

        /** Returns everything that was taken. */
        void release() {
            leaving = kept;
            if (held.get() > 0) {
                MemoryBudget.this.release(held.getAndSet(0));
            }
        }
    }
}

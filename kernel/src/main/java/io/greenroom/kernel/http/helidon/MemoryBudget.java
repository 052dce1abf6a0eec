package io.greenroom.kernel.http.helidon;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all requests together may use for their bodies and answers, so that many large ones at once are
 * refused before they exhaust the heap. Threads may share it.
 */
final class MemoryBudget {
    /** A body that has been read grows to several times its size before it is answered. */
    private static final int PART_OF_HEAP = 16;

    private final AtomicLong free;

    MemoryBudget(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** Takes that many bytes, if the budget has them. */
    boolean take(long bytes) {
        if (free.addAndGet(-bytes) < 0) {
            free.addAndGet(bytes);
            return false;
        }
        return true;
    }

    /** Returns bytes that were taken. */
    void release(long bytes) {
        free.addAndGet(bytes);
    }

    /** A lease that holds nothing yet. */
    Lease lease() {
        return new Lease();
    }

    /** The bytes that one request or connection holds. Used by one thread. */
    final class Lease {
        private long held;

        private Lease() {}

        /** Takes that many bytes more, if the budget has them. */
        boolean take(long bytes) {
            boolean taken = MemoryBudget.this.take(bytes);
            held += taken ? bytes : 0;
            return taken;
        }

        /** Returns everything that was taken. */
        void release() {
            if (held > 0) {
                MemoryBudget.this.release(held);
                held = 0;
            }
        }
    }
}

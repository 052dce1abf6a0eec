package io.greenroom.kernel.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all requests together may take for their bodies and answers, so that many large ones at once are
 * refused before they use up the heap. Threads may share it.
 */
final class Room {
    /** A body that has been read grows to several times its size before it is answered. */
    private static final int SHARE_OF_HEAP = 16;

    private final AtomicLong free;

    Room(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    static Room ofHeap() {
        return new Room(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** What one request has taken of it. Used by one thread. */
    final class Share {
        private long taken;

        /** Takes so many bytes more, if they are there. */
        boolean take(long bytes) {
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives back all that was taken. */
        void giveBack() {
            if (taken > 0) {
                free.addAndGet(taken);
                taken = 0;
            }
        }
    }
}

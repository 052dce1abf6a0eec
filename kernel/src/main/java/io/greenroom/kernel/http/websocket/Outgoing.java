package io.greenroom.kernel.http.websocket;

import io.greenroom.kernel.http.CloseCode;
import io.greenroom.kernel.http.WebSocketLimits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The frames that the server still has to send, up to the limits of the endpoint. Control frames overtake messages; the
 * close frame comes last. Threads may share it; only {@link #next} waits.
 */
final class Outgoing {
    private static final Closing TOO_SLOW = new Closing(CloseCode.POLICY_VIOLATION, "The client reads too slowly");
    private static final Closing NO_MEMORY = new Closing(CloseCode.TRY_AGAIN_LATER, "The server has no memory left");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> messages = new ArrayDeque<>();
    private final Wire wire;
    private final WebSocketLimits limits;
    /** The bytes of the messages, and of the one that is being written. */
    private long bytes;

    private int writing;
    private byte @Nullable [] control;
    private byte @Nullable [] closeFrame;
    private @Nullable Closing closing;
    private long closingSince;
    private boolean ended;

    Outgoing(Wire wire, WebSocketLimits limits) {
        this.wire = wire;
        this.limits = limits;
    }

    /** Queues a message; false if the session is closing, as it does when there are too many. */
    boolean offer(byte[] frame) {
        lock.lock();
        try {
            if (closing != null || ended) {
                return false;
            }
            boolean full = messages.size() >= limits.queuedMessages() || bytes + frame.length > limits.queuedBytes();
            if (full || !wire.take(frame.length)) {
                begin(full ? TOO_SLOW : NO_MEMORY, full ? TOO_SLOW.frame() : NO_MEMORY.frame(), true);
                return false;
            }
            bytes += frame.length;
            messages.add(frame);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Sends a ping or pong next, in the place of one that still waits: only the latest ping needs an answer. */
    void control(byte[] frame) {
        lock.lock();
        try {
            if (closing == null) {
                control = frame;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends the close frame after the messages that wait, unless the session is closing already. */
    void close(Closing reason) {
        close(reason, reason.frame(), false);
    }

    /** Sends the close frame next and drops the messages that wait. */
    void fail(Closing reason) {
        close(reason, reason.frame(), true);
    }

    /** Answers the client's close frame. */
    void answer(Closing received) {
        close(received, received.echo().frame(), true);
    }

    private void close(Closing reason, byte[] frame, boolean dropping) {
        lock.lock();
        try {
            if (closing == null && !ended) {
                begin(reason, frame, dropping);
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin(Closing reason, byte[] frame, boolean dropping) {
        closing = reason;
        closeFrame = frame;
        closingSince = wire.nanos();
        if (dropping) {
            drop();
        }
        changed.signal();
    }

    private void drop() {
        messages.clear();
        control = null;
        wire.release(bytes - writing);
        bytes = writing;
    }

    /** Why the session ends, once it does. */
    Optional<Closing> closing() {
        lock.lock();
        try {
            return Optional.ofNullable(closing);
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has been closing for longer than that. */
    boolean hasBeenClosingFor(long nanos) {
        lock.lock();
        try {
            return closing != null && wire.nanos() - closingSince > nanos;
        } finally {
            lock.unlock();
        }
    }

    /** The next frame to write, after the one before has been written; empty when there will be none. */
    Optional<byte[]> next() throws InterruptedException {
        lock.lock();
        try {
            wire.release(writing);
            bytes -= writing;
            writing = 0;
            while (true) {
                if (ended) {
                    return Optional.empty();
                }
                byte[] frame = poll();
                if (frame != null) {
                    return Optional.of(frame);
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private byte @Nullable [] poll() {
        byte[] frame = control;
        if (frame != null) {
            control = null;
            return frame;
        }
        frame = messages.poll();
        if (frame != null) {
            writing = frame.length;
            return frame;
        }
        frame = closeFrame;
        ended = frame != null;
        closeFrame = null;
        return frame;
    }

    /** Sends nothing more. */
    void end() {
        lock.lock();
        try {
            ended = true;
            drop();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the memory of what was not sent, once the writing thread has ended. */
    void settle() {
        lock.lock();
        try {
            ended = true;
            writing = 0;
            drop();
        } finally {
            lock.unlock();
        }
    }
}

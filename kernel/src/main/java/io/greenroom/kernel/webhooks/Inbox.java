package io.greenroom.kernel.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A receiver of events inside this server: it stores the latest messages and behaves as ordered. Threads may share it.
 */
public final class Inbox {
    /** How many messages are kept. */
    public static final int MOST = 500;

    private static final int CHARACTERS = 4 << 20;
    private static final int MOST_SECRETS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Message> messages = new ArrayDeque<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private Behaviour behaviour = Behaviour.USUAL;
    private long count;
    private int size;

    /**
     * How an inbox answers.
     *
     * @param times how many of the next messages it treats like that; the others are answered with 200
     * @param status of the answers
     * @param delay before the answers
     * @param silent whether it does not answer at all
     */
    public record Behaviour(long times, int status, Duration delay, boolean silent) {
        static final Behaviour USUAL = new Behaviour(0, 200, Duration.ZERO, false);
    }

    /**
     * A message.
     *
     * @param number its number in the inbox, from 1
     * @param at the system's time
     * @param event its name, empty if the body names none
     * @param requestId its request id, empty if it has none
     * @param signed whether its signature is right
     * @param status of the answer, 0 if there was none
     * @param body as it came
     */
    public record Message(
            long number, Instant at, String event, String requestId, boolean signed, int status, String body) {}

    /** Trusts signatures of a secret. */
    public void trust(String secret) {
        lock.lock();
        try {
            if (secrets.size() < MOST_SECRETS) {
                secrets.add(secret);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The trusted secret that made a signature. */
    public Optional<String> signer(String signature, String timestamp, byte[] body) {
        lock.lock();
        try {
            return secrets.stream()
                    .filter(secret -> Signature.matches(signature, secret, timestamp, body))
                    .findFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Orders how the next messages are answered. */
    public void behave(Behaviour next) {
        lock.lock();
        try {
            behaviour = next;
        } finally {
            lock.unlock();
        }
    }

    /** Stores a message, and returns how to answer it. */
    public Behaviour receive(Message message) {
        lock.lock();
        try {
            Behaviour how = behaviour.times() > 0 ? behaviour : Behaviour.USUAL;
            behaviour = how.times() > 1
                    ? new Behaviour(how.times() - 1, how.status(), how.delay(), how.silent())
                    : Behaviour.USUAL;
            count++;
            messages.add(new Message(
                    count,
                    message.at(),
                    message.event(),
                    message.requestId(),
                    message.signed(),
                    how.silent() ? 0 : how.status(),
                    message.body()));
            size += message.body().length();
            while (messages.size() > MOST || (size > CHARACTERS && messages.size() > 1)) {
                size -= messages.remove().body().length();
            }
            arrived.signalAll();
            return how;
        } finally {
            lock.unlock();
        }
    }

    /** The messages of an event, or all, after a number; waits until there are some, or the time is over. */
    public List<Message> await(Optional<String> event, long after, int least, Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            List<Message> found = find(event, after);
            while (found.size() < least && left > 0) {
                left = arrived.awaitNanos(left);
                found = find(event, after);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private List<Message> find(Optional<String> event, long after) {
        return messages.stream()
                .filter(message -> message.number() > after)
                .filter(message -> event.isEmpty() || event.get().equals(message.event()))
                .toList();
    }

    /** Waits before an answer. */
    public static void delay(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

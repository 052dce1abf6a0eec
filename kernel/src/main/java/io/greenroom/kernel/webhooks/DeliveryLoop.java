package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.outbound.Line;
import io.greenroom.kernel.outbound.Outcome;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.webhooks.DeliveryFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the events of one subscription, in order, on a thread of its own. An event that fails becomes a row that
 * waits for its next attempt, and the following ones go on. The cursor is stored after some events or a short time, so
 * that a crash repeats a few deliveries, with the request ids that they had.
 */
final class DeliveryLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final int BATCH = 100;
    private static final long STORE_NANOS = Duration.ofMillis(200).toNanos();
    private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();

    /** After so many failures to reach the endpoint, its events wait before the next one is tried. */
    private static final int PATIENT_FAILURES = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Queues queues;
    private final DeliveryRows rows;
    private final Sender sender;
    private final Validation validation;
    private final DeliveryFaults faults;
    private final Clock clock;
    private final Line line = new Line();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final Queue<Doc> ready = new ConcurrentLinkedQueue<>();
    private final List<OutboxEvent> held = new ArrayList<>();
    private final Thread thread;
    private volatile Subscription subscription;
    private boolean wanted;
    private volatile boolean stopping;
    private long after;
    private long stored;
    private long storedAt;
    private int unreached;
    private long pausedUntil;

    /** What all loops share. */
    record Tools(
            Queues queues,
            DeliveryRows rows,
            Sender sender,
            Validation validation,
            DeliveryFaults faults,
            Clock clock) {}

    /**
     * Starts to deliver.
     *
     * @param after the sequence of the last event that needs no delivery
     */
    DeliveryLoop(Tools tools, Subscription subscription, long after) {
        this.queues = tools.queues();
        this.rows = tools.rows();
        this.sender = tools.sender();
        this.validation = tools.validation();
        this.faults = tools.faults();
        this.clock = tools.clock();
        this.subscription = subscription;
        this.after = after;
        this.stored = after;
        this.pausedUntil = clock.stopwatchNanos();
        this.thread = Thread.ofVirtual().name("webhook-" + subscription.id()).unstarted(this);
    }

    void start() {
        thread.start();
    }

    Subscription subscription() {
        return subscription;
    }

    /** Goes on with the subscription as it was changed. */
    void follow(Subscription changed) {
        subscription = changed;
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Says that there are new events. */
    void wake() {
        lock.lock();
        try {
            wanted = true;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Hands over a row whose time has come. */
    void add(Doc due) {
        if (ready.stream().noneMatch(known -> known.id().equals(due.id()))) {
            ready.add(due);
            wake();
        }
    }

    /** Ends after the delivery that is going on. */
    void stop() {
        stopping = true;
        wake();
    }

    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                boolean repeated = repeatReady();
                boolean worked = deliverSome() || repeated;
                storeCursor(worked ? STORE_NANOS : 0);
                if (!worked) {
                    await(IDLE_NANOS);
                }
            } catch (StoreUnavailable unavailable) {
                LOG.warn("Webhook {} waits for the store", subscription.id(), unavailable);
                await(IDLE_NANOS);
            }
        }
        line.close();
        try {
            storeCursor(0);
            rows.release(subscription);
        } catch (StoreUnavailable unavailable) {
            LOG.warn("How far webhook {} was delivered is not stored", subscription.id(), unavailable);
        }
    }

    private void await(long most) {
        lock.lock();
        try {
            long left = most;
            while (!wanted && !stopping && left > 0) {
                left = called.awaitNanos(left);
            }
            if (!wanted && !stopping) {
                line.close();
            }
            wanted = false;
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean repeatReady() {
        boolean worked = false;
        Doc due = ready.peek();
        while (due != null && !stopping) {
            try {
                repeat(due);
            } catch (StoreUnavailable unavailable) {
                throw unavailable;
            } catch (RuntimeException fault) {
                LOG.error("{} cannot be repeated and is given up", due.id(), fault);
                rows.retried(due, false);
            }
            ready.remove();
            worked = true;
            due = ready.peek();
        }
        return worked;
    }

    private void repeat(Doc due) {
        if (due.text("event").equals(Validation.EVENT)) {
            validation.repeat(subscription, due);
            return;
        }
        long sequence = due.number("sequence");
        Parcel parcel = new Parcel(
                Parcel.Cause.RETRY,
                due.text("event"),
                sequence,
                due.text("body"),
                (int) due.number("attempts") + 1,
                Parcel.id(subscription, sequence));
        DeliveryLog.Entry sent = sender.send(subscription, parcel, line, isDoubtful());
        rows.retried(due, sent.verdict() == Verdict.FAILED);
        note(sent.outcome());
    }

    private boolean isDoubtful() {
        return unreached > 0;
    }

    private boolean isPaused() {
        return unreached >= PATIENT_FAILURES && clock.stopwatchNanos() - pausedUntil < 0;
    }

    /** Delivers some events; false if there are none, or the endpoint is given a pause. */
    private boolean deliverSome() {
        if (isPaused()) {
            return false;
        }
        List<OutboxEvent> events = queues.events(subscription.account(), after, BATCH);
        for (OutboxEvent event : events) {
            if (stopping || isPaused()) {
                break;
            }
            take(event);
            storeCursor(STORE_NANOS);
        }
        if (events.isEmpty() && !held.isEmpty()) {
            deliverHeld();
            return true;
        }
        return !events.isEmpty();
    }

    /** An event that cannot be processed is set aside, so that it keeps no other from its receiver. */
    private void take(OutboxEvent event) {
        try {
            process(event);
        } catch (StoreUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException fault) {
            LOG.error(
                    "The event {} of account {} cannot be processed and is set aside",
                    event.sequence(),
                    event.account(),
                    fault);
        }
        after = event.sequence();
    }

    private void process(OutboxEvent event) {
        if (!subscription.wants(event)) {
            return;
        }
        if (held.isEmpty() && strikes(Kind.REORDER).isPresent()) {
            held.add(event);
        } else {
            deliver(event);
            deliverHeld();
        }
    }

    private void deliverHeld() {
        for (OutboxEvent event : List.copyOf(held)) {
            held.remove(event);
            deliver(event);
        }
    }

    private Optional<DeliveryFault> strikes(Kind kind) {
        return faults.strike(subscription.id(), Set.of(kind));
    }

    private void deliver(OutboxEvent event) {
        Parcel parcel = Parcel.of(subscription, event, Parcel.Cause.EVENT);
        if (strikes(Kind.DROP).isPresent()) {
            sender.drop(subscription, parcel);
            return;
        }
        strikes(Kind.DELAY).ifPresent(fault -> pause(fault.delay()));
        DeliveryLog.Entry sent = sender.send(subscription, parcel, line, isDoubtful());
        note(sent.outcome());
        if (sent.verdict() == Verdict.FAILED && !rows.postpone(subscription, parcel, before(event))) {
            stopping = true;
        }
    }

    /** Where the cursor stands when an event is done: an earlier one that is still held must be found again. */
    private long before(OutboxEvent event) {
        return held.isEmpty() ? Math.max(after, event.sequence()) : stored;
    }

    private void pause(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!stopping && left > 0) {
                left = called.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }

    private void note(Outcome outcome) {
        boolean reached =
                switch (outcome) {
                    case Outcome.Answered answered -> true;
                    case Outcome.Failed failed -> failed.kind() == Outcome.Kind.REFUSED;
                };
        unreached = reached ? 0 : unreached + 1;
        if (unreached >= PATIENT_FAILURES) {
            int doublings = Math.min(unreached - PATIENT_FAILURES, 5);
            long pause = Math.min(FIRST_PAUSE.toNanos() << doublings, LONGEST_PAUSE.toNanos());
            pausedUntil = clock.stopwatchNanos() + pause;
            LOG.info(
                    "Webhook {} is not reached; the next attempt is in {} s",
                    subscription.id(),
                    TimeUnit.NANOSECONDS.toSeconds(pause));
        }
    }

    /** Stores the cursor if it has moved and the last time was long enough ago. */
    private void storeCursor(long age) {
        long now = clock.stopwatchNanos();
        if (after != stored && held.isEmpty() && (age == 0 || now - storedAt >= age)) {
            if (!rows.advance(subscription, after)) {
                stopping = true;
            }
            stored = after;
            storedAt = now;
        }
    }
}

package io.greenroom.kernel.jobs;

import io.greenroom.contract.EventOrigin;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Runs scheduled work in order of its time and moves the clocks of accounts. One thread at a time works for an account;
 * threads may share it.
 */
public final class DueTimes {
    /** Jobs that one regular run does for an account, so that it keeps no others waiting. */
    private static final int MOST_JOBS = 2_000;

    private static final long LONGEST_RUN = Duration.ofSeconds(10).toNanos();

    /** How long a request may move a clock. */
    private static final long LONGEST_MOVE = Duration.ofSeconds(60).toNanos();

    /** How often the time that a moving clock has reached is kept. */
    private static final long KEEP_EVERY = Duration.ofMillis(200).toNanos();

    private final Store store;
    private final CallScope scope;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<String, Journey> journeys = new ConcurrentHashMap<>();
    private String tried = "";

    public DueTimes(Store store, CallScope scope) {
        this.store = store;
        this.scope = scope;
    }

    private ReentrantLock lock(String account) {
        return locks.computeIfAbsent(account, any -> new ReentrantLock());
    }

    private long nanos() {
        return scope.clock().stopwatchNanos();
    }

    /**
     * Runs what is due in any account, up to a limit for each, and returns how much it was. A failure ends the run and
     * reaches the caller; the next run begins behind that account, so that one account cannot hold up the others. An
     * account whose clock is being moved is left out.
     */
    public int fireAll() {
        List<String> accounts = new ArrayList<>(store.queues().accountsWithDue());
        Collections.rotate(accounts, -1 - accounts.indexOf(tried));
        int fired = 0;
        for (String account : accounts) {
            tried = account;
            ReentrantLock lock = lock(account);
            if (lock.tryLock()) {
                try {
                    fired += fire(account);
                } finally {
                    lock.unlock();
                }
            }
        }
        return fired;
    }

    /** Runs what is due in an account now, up to a limit. */
    public void fireNow(String account) {
        ReentrantLock lock = lock(account);
        lock.lock();
        try {
            fire(account);
        } finally {
            lock.unlock();
        }
    }

    /** Runs what is due in an account, also what is scheduled meanwhile, up to the limits of a run. */
    private int fire(String account) {
        follow(account);
        Instant by = scope.clock().now(account);
        long end = nanos() + LONGEST_RUN;
        int fired = 0;
        Optional<Due> next = store.queues().nextDue(account, by);
        while (next.isPresent() && fired < MOST_JOBS && nanos() < end) {
            fired += fire(next.get(), scope) ? 1 : 0;
            next = store.queues().nextDue(account, by);
        }
        return fired;
    }

    /** Runs one piece of work, unless another node has taken it. */
    private boolean fire(Due due, CallScope at) {
        return store.write(due.account(), unit -> {
            if (!unit.take(due)) {
                return false;
            }
            scope.bindings()
                    .dueListener(due.kind())
                    .orElseThrow(() -> new ContractViolation("Nothing does what is due: " + due.kind()))
                    .accept(at.internal(unit, owner(unit, due), EventOrigin.JOB), due.subject());
            return true;
        });
    }

    private static Doc owner(Transaction unit, Due due) {
        return due.account().equals(Due.NO_ACCOUNT)
                ? unit.blank(KernelTables.ACCOUNTS).put("id", Due.NO_ACCOUNT)
                : row(unit, due.account());
    }

    /**
     * Moves an account's clock forward and runs what falls due on the way, each at its own time. The clock stops where
     * a move is stopped or takes too long.
     *
     * @param target the new time; one before the current time only sets the clock
     * @param pace how the clock goes on from there
     */
    public Journey move(String account, Instant target, Pace pace) {
        ReentrantLock lock = lock(account);
        lock.lock();
        try {
            Journey journey = new Journey(target, scope.clock().now(account));
            journeys.put(account, journey);
            travel(account, journey);
            set(account, journey.arrived() ? target : journey.reached(), pace);
            return journey;
        } finally {
            journeys.remove(account);
            lock.unlock();
        }
    }

    private void travel(String account, Journey journey) {
        long end = nanos() + LONGEST_MOVE;
        long kept = nanos();
        Optional<Due> next = store.queues().nextDue(account, journey.target());
        while (next.isPresent() && !journey.isStopped() && nanos() < end) {
            Due due = next.get();
            Instant at = due.at().isAfter(journey.reached()) ? due.at() : journey.reached();
            if (fire(due, scope.at(account, at))) {
                journey.fired(due, at);
            }
            if (nanos() - kept > KEEP_EVERY) {
                kept = nanos();
                set(account, at, Pace.FROZEN);
            }
            next = store.queues().nextDue(account, journey.target());
        }
        if (next.isEmpty()) {
            journey.arrive();
        }
    }

    /** The move of an account's clock that is under way. */
    public Optional<Journey> journey(String account) {
        return Optional.ofNullable(journeys.get(account));
    }

    /** Returns an account's clock to the machine's time. */
    public void release(String account) {
        write(account, row -> row.put("clock_offset_millis", Optional.empty())
                .put("clock_frozen_at", Optional.empty())
                .put("clock_scale", Optional.empty())
                .put("clock_scaled_since", Optional.empty()));
    }

    private void set(String account, Instant now, Pace pace) {
        Instant system = scope.clock().now();
        boolean scaled = !pace.frozen() && pace.scale() != 1;
        write(account, row -> row.put(
                        "clock_frozen_at", Optional.of(now.toEpochMilli()).filter(any -> pace.frozen()))
                .put(
                        "clock_offset_millis",
                        Optional.of(Duration.between(system, now).toMillis()).filter(any -> !pace.frozen()))
                .put("clock_scale", Optional.of(pace.scale()).filter(any -> scaled))
                .put("clock_scaled_since", Optional.of(system.toEpochMilli()).filter(any -> scaled)));
    }

    /** Does nothing for an account that was removed meanwhile. */
    private void write(String account, UnaryOperator<Doc> change) {
        store.write(account, unit -> unit.find(KernelTables.ACCOUNTS, account)
                        .map(row -> unit.update(KernelTables.ACCOUNTS, change.apply(row.copy()))))
                .ifPresent(scope.clock()::follow);
    }

    /** Does nothing for an account that was removed meanwhile. */
    private void follow(String account) {
        store.read(account, unit -> unit.find(KernelTables.ACCOUNTS, account)).ifPresent(scope.clock()::follow);
    }

    private static Doc row(Transaction unit, String account) {
        return unit.find(KernelTables.ACCOUNTS, account)
                .orElseThrow(() -> new ContractViolation("There is no account " + account));
    }
}

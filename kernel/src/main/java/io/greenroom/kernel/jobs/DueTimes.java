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
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs scheduled work in order of its time and moves the clocks of accounts. Threads may share it. */
public final class DueTimes {
    /** Jobs that one run does for an account: a clock moved by centuries would keep the others waiting. */
    public static final int MOST_JOBS = 2_000;

    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    private final Store store;
    private final CallScope scope;
    private final ReentrantLock firing = new ReentrantLock();
    private String tried = "";

    /**
     * The outcome of moving a clock.
     *
     * @param fired the work done, in order
     * @param arrived whether the clock reached its target; if not, more work is due than one run does
     */
    public record Move(List<Due> fired, boolean arrived) {}

    /** The work of one run, up to its limits. */
    private final class Run {
        private final List<Due> fired = new ArrayList<>();
        private final long started = scope.clock().stopwatchNanos();

        boolean exhausted() {
            return fired.size() >= MOST_JOBS || scope.clock().stopwatchNanos() - started > LONGEST_NANOS;
        }
    }

    public DueTimes(Store store, CallScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /**
     * Runs what is due in any account, up to a limit for each, and returns how much it was. A failure ends the run and
     * reaches the caller; the next run begins behind that account, so that one account cannot hold up the others.
     */
    public int fireAll() {
        firing.lock();
        try {
            List<String> accounts = new ArrayList<>(store.queues().accountsWithDue());
            Collections.rotate(accounts, -1 - accounts.indexOf(tried));
            int fired = 0;
            for (String account : accounts) {
                tried = account;
                follow(account);
                Run run = new Run();
                fire(account, scope.clock().now(account), run);
                fired += run.fired.size();
            }
            return fired;
        } finally {
            firing.unlock();
        }
    }

    /** Runs what is due in an account now, up to a limit. */
    public void fireNow(String account) {
        firing.lock();
        try {
            follow(account);
            fire(account, scope.clock().now(account), new Run());
        } finally {
            firing.unlock();
        }
    }

    /** Runs what is due in an account by a time, also what is scheduled meanwhile, until the run is exhausted. */
    private void fire(String account, Instant by, Run run) {
        Optional<Due> next = store.queues().nextDue(account, by);
        while (next.isPresent() && !run.exhausted()) {
            if (fire(next.get())) {
                run.fired.add(next.get());
            }
            next = store.queues().nextDue(account, by);
        }
    }

    /** Runs one piece of work, unless another node has taken it. */
    private boolean fire(Due due) {
        return store.write(due.account(), unit -> {
            if (!unit.take(due)) {
                return false;
            }
            scope.bindings()
                    .dueListener(due.kind())
                    .orElseThrow(() -> new ContractViolation("Nobody does what is due: " + due.kind()))
                    .accept(scope.internal(unit, owner(unit, due), EventOrigin.JOB), due.subject());
            return true;
        });
    }

    private static Doc owner(Transaction unit, Due due) {
        return due.account().equals(Due.NO_ACCOUNT)
                ? unit.blank(KernelTables.ACCOUNTS).put("id", Due.NO_ACCOUNT)
                : row(unit, due.account());
    }

    /**
     * Moves an account's clock forward and runs what falls due on the way, each at its own time. If that is too much,
     * the clock stops at the time of what it did last.
     *
     * @param target the new time; one before the current time only sets the clock
     * @param frozen whether the clock stops there
     */
    public Move move(String account, Instant target, boolean frozen) {
        firing.lock();
        try {
            return moveAlone(account, target, frozen);
        } finally {
            firing.unlock();
        }
    }

    private Move moveAlone(String account, Instant target, boolean frozen) {
        Run run = new Run();
        Optional<Due> next = store.queues().nextDue(account, target);
        while (next.isPresent() && !run.exhausted()) {
            Instant at = next.get().at();
            if (at.isAfter(scope.clock().now(account))) {
                set(account, at, true);
            }
            fire(account, at, run);
            next = store.queues().nextDue(account, target);
        }
        boolean arrived = next.isEmpty();
        set(account, arrived ? target : scope.clock().now(account), frozen);
        return new Move(run.fired, arrived);
    }

    /** Returns an account's clock to the machine's time. */
    public void release(String account) {
        keep(account, null, null);
    }

    private void set(String account, Instant now, boolean frozen) {
        if (frozen) {
            keep(account, null, now.toEpochMilli());
        } else {
            keep(account, Duration.between(scope.clock().now(), now).toMillis(), null);
        }
    }

    /** Does nothing for an account that was removed meanwhile. */
    private void keep(String account, @Nullable Long offsetMillis, @Nullable Long frozenAtMillis) {
        store.write(account, unit -> unit.find(KernelTables.ACCOUNTS, account)
                        .map(row -> unit.update(
                                KernelTables.ACCOUNTS,
                                row.copy()
                                        .put("clock_offset_millis", Optional.ofNullable(offsetMillis))
                                        .put("clock_frozen_at", Optional.ofNullable(frozenAtMillis)))))
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

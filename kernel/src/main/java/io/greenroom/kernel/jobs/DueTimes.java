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
    private final Store store;
    private final CallScope scope;
    private final ReentrantLock firing = new ReentrantLock();
    private String tried = "";

    public DueTimes(Store store, CallScope scope) {
        this.store = store;
        this.scope = scope;
    }

    /**
     * Runs everything that is due in any account. A failure ends the run and reaches the caller; the next run begins
     * behind that account, so that one account cannot hold up the others.
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
                fired += fire(account, scope.clock().now(account)).size();
            }
            return fired;
        } finally {
            firing.unlock();
        }
    }

    /** Runs everything that is due in an account by a time, also what is scheduled meanwhile. */
    private List<Due> fire(String account, Instant by) {
        List<Due> fired = new ArrayList<>();
        Optional<Due> next = store.queues().nextDue(account, by);
        while (next.isPresent()) {
            if (fire(next.get())) {
                fired.add(next.get());
            }
            next = store.queues().nextDue(account, by);
        }
        return fired;
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
     * Moves an account's clock forward and runs what falls due on the way, each at its own time.
     *
     * @param target the new time; one before the current time only sets the clock
     * @param frozen whether the clock stops there
     * @return the work done, in order
     */
    public List<Due> move(String account, Instant target, boolean frozen) {
        firing.lock();
        try {
            return moveAlone(account, target, frozen);
        } finally {
            firing.unlock();
        }
    }

    private List<Due> moveAlone(String account, Instant target, boolean frozen) {
        List<Due> fired = new ArrayList<>();
        Optional<Due> next = store.queues().nextDue(account, target);
        while (next.isPresent()) {
            Instant at = next.get().at();
            if (at.isAfter(scope.clock().now(account))) {
                set(account, at, true);
            }
            fired.addAll(fire(account, at));
            next = store.queues().nextDue(account, target);
        }
        set(account, target, frozen);
        return fired;
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

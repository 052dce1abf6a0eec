package io.greenroom.kernel.jobs;

import static io.greenroom.kernel.store.KernelTables.ACCOUNTS;
import static io.greenroom.kernel.store.KernelTables.OPERATION_LOGS;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Moments;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Store;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Deletes the entries of operation logs that are too old, by the clock of their account. Threads may share it. */
public final class OperationLogRetention {
    private static final int AT_ONCE = 200;

    private final Store store;
    private final Clock clock;
    private final Duration kept;

    /**
     * A retention.
     *
     * @param kept how long an entry is kept
     */
    public OperationLogRetention(Store store, Clock clock, Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    /** Deletes some old entries of each account, in a unit of its own; returns how many. */
    public int deleteSome() {
        List<String> accounts =
                store.read(Due.NO_ACCOUNT, unit -> unit.across(ACCOUNTS).accounts());
        return accounts.stream().mapToInt(this::deleteSome).sum();
    }

    private int deleteSome(String account) {
        String before = Moments.clamp(clock.now(account).minus(kept))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        boolean none = store.read(account, unit -> !unit.in(OPERATION_LOGS)
                .between("time", Moments.FIRST.toString(), before)
                .exists());
        return none
                ? 0
                : store.write(account, unit -> {
                    List<Doc> old = unit.in(OPERATION_LOGS)
                            .between("time", Moments.FIRST.toString(), before)
                            .ascending("time")
                            .page(Query.Start.FIRST, AT_ONCE)
                            .documents();
                    old.forEach(entry -> unit.delete(OPERATION_LOGS, entry));
                    return old.size();
                });
    }
}

package io.greenroom.kernel.webhooks;

import static io.greenroom.kernel.store.KernelTables.ACCOUNTS;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_CURSORS;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Deletes the events of accounts that are too old, by the clock of their account, or too many. A subscription that lags
 * behind loses them, and its cursor says how many. Threads may share it.
 */
public final class EventRetention {
    /** How many events of an account are kept. */
    public static final int MOST = 100_000;

    private final Store store;
    private final Clock clock;
    private final Duration kept;
    private final int most;

    /**
     * A retention.
     *
     * @param kept how long an event is kept
     * @param most how many events of an account are kept
     */
    public EventRetention(Store store, Clock clock, Duration kept, int most) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
        this.most = most;
    }

    /** Deletes the events that are over. */
    public void deleteOld() {
        store.read(Due.NO_ACCOUNT, unit -> unit.across(ACCOUNTS).accounts()).forEach(this::deleteOld);
    }

    private void deleteOld(String account) {
        Queues queues = store.queues();
        long newest = queues.lastSequence(account);
        List<Doc> cursors = store.read(account, unit -> unit.in(WEBHOOK_CURSORS).list());
        List<Long> before = cursors.stream()
                .map(cursor -> queues.count(account, cursor.number("after"), newest))
                .toList();
        Instant end = clock.now(account).minus(kept);
        if (newest > 0 && queues.forgetDelivered(account, end, most) > 0) {
            for (int i = 0; i < cursors.size(); i++) {
                Doc cursor = cursors.get(i);
                long lost = before.get(i) - queues.count(account, cursor.number("after"), newest);
                if (lost > 0) {
                    note(account, cursor, lost);
                }
            }
        }
    }

    private void note(String account, Doc cursor, long lost) {
        store.write(account, unit -> unit.find(WEBHOOK_CURSORS, cursor.id())
                .map(row -> unit.update(WEBHOOK_CURSORS, row.copy().put("lost", row.number("lost", 0) + lost))));
    }
}

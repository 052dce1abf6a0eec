package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.time.Instant;

/** Limits the number of stored codes of an app: each new one removes up to two of the oldest. */
final class ShortLived {
    /** How long expired codes are kept, so that the answer can say that they have expired. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int PER_APP = 1000;
    private static final int AT_ONCE = 2;

    private ShortLived() {}

    /** Makes room for one more document of an app in a table that counts documents by app. */
    static void makeRoom(Transaction unit, Table table, String appId, Instant now) {
        Query.Slice oldest = unit.in(table).where("app_id", appId).page(Query.Start.FIRST, AT_ONCE);
        long before = now.minus(REMEMBERED).getEpochSecond();
        long room = PER_APP - oldest.total();
        for (Doc document : oldest.documents()) {
            if (room <= 0 || document.number("expires") < before) {
                unit.delete(table, document);
                room++;
            }
        }
    }
}

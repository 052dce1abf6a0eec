package io.greenroom.kernel.auth;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Sends {@code app_deauthorized} to an app when a user removes it, in the account of that user. The signature's input
 * is our guess; that removing the user sends nothing is another. Threads may share it.
 */
public final class Deauthorizations {
    static final String EVENT = "app_deauthorized";

    private final Grants grants = new Grants();
    private final Clock clock;
    private final Signer signer;

    public Deauthorizations(Clock clock, Signer signer) {
        this.clock = clock;
        this.signer = signer;
    }

    /** Lists the grants that a user of the unit's account has approved, oldest first. */
    public List<Doc> approved(Transaction unit, String userId) {
        return grants.approved(unit, userId);
    }

    /**
     * Ends a user's grant and notifies the app.
     *
     * @param grant one that the user approved
     * @param retains whether the app may keep the user's data
     */
    public void takeBack(Transaction unit, Doc grant, boolean retains) {
        grants.end(unit, grant);
        unit.find(KernelTables.ACCOUNTS, unit.account()).ifPresent(clock::follow);
        Instant now = clock.now(unit.account()).truncatedTo(ChronoUnit.MILLIS);
        String user = grant.text("user_id");
        String app = grant.text("app_id");
        Doc payload = new Doc(Schema.anyObject())
                .put("user_data_retention", Boolean.toString(retains))
                .put("account_id", unit.account())
                .put("user_id", user)
                .put("signature", signer.hex(EVENT, String.join("/", unit.account(), user, app, now.toString())))
                .put("deauthorization_time", now)
                .put("client_id", app);
        Doc envelope = new Doc(Schema.anyObject()).put("event", EVENT).put("payload", payload);
        unit.announce(new OutboxEvent(0, unit.account(), EVENT, now, Json.write(envelope)));
    }
}

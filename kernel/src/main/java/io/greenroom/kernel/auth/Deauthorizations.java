package io.greenroom.kernel.auth;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Event;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.kernel.events.Envelopes;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Sends {@code app_deauthorized} to an app when a user removes it, in the account of that user. The signature's input
 * is our guess; that removing the user sends nothing is another. Threads may share it.
 */
public final class Deauthorizations {
    static final String EVENT = "app_deauthorized";

    private final Grants grants = new Grants();
    private final Event declared;
    private final Clock clock;
    private final Signer signer;

    public Deauthorizations(Contract contract, Clock clock, Signer signer) {
        this.declared = contract.event(EVENT);
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
        Announcement removed = Announcement.withoutObject()
                .with("user_data_retention", Boolean.toString(retains))
                .with("user_id", user)
                .with("signature", signer.hex(EVENT, String.join("/", unit.account(), user, app, now.toString())))
                .with("deauthorization_time", now)
                .with("client_id", app);
        Envelopes.Source source = new Envelopes.Source(unit.account(), Optional.empty(), now, "");
        unit.announce(Envelopes.event(declared, source, removed));
    }
}

package io.greenroom.api.pac;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;

/** The personal audio conferences of users. No operation creates them: the vendor assigns them with the add-on. */
public final class PacAccounts {
    static final Table ACCOUNTS = Table.of("pac_accounts", "PacRecord")
            .key("conference_id")
            .columns("user_id")
            .goesWith("user", "user_id");

    private PacAccounts() {}

    /**
     * Assigns a conference to a user, and deletes the one with the same id.
     *
     * @param conference fields of the contract's {@code Pac}, with a {@code conference_id}
     * @return the stored form, frozen
     */
    public static Doc assign(Transaction store, String userId, Doc conference) {
        store.find(ACCOUNTS, conference.text("conference_id")).ifPresent(former -> store.delete(ACCOUNTS, former));
        return store.insert(ACCOUNTS, store.blank(ACCOUNTS).take(conference).put("user_id", userId));
    }

    static List<Doc> of(Transaction store, String userId) {
        return store.in(ACCOUNTS).where("user_id", userId).list();
    }
}

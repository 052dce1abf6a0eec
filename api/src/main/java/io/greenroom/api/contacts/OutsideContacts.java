package io.greenroom.api.contacts;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Optional;

/** Contacts between users of different accounts. Each is stored twice, once in each user's account. */
final class OutsideContacts {
    static final Table CONTACTS =
            Table.of("contacts", "ContactRecord").key("user_id", "contact_id").columns("user_id");

    private OutsideContacts() {}

    /**
     * Makes two users of different accounts contacts, if they are not yet.
     *
     * @param one the unit in the account of the first
     * @param other the unit in the account of the second
     */
    static void introduce(Transaction one, String userId, Transaction other, String contactId) {
        keep(one, userId, other.account(), contactId);
        keep(other, contactId, one.account(), userId);
    }

    private static void keep(Transaction store, String userId, String account, String contactId) {
        if (find(store, userId, contactId).isEmpty()) {
            store.insert(
                    CONTACTS,
                    store.blank(CONTACTS)
                            .put("user_id", userId)
                            .put("contact_id", contactId)
                            .put("contact_account", account));
        }
    }

    static Query of(Transaction store, String userId) {
        return store.in(CONTACTS).where("user_id", userId);
    }

    static Optional<Doc> find(Transaction store, String userId, String contactId) {
        return store.find(CONTACTS, userId + "/" + contactId);
    }

    /** The unit in the account of a contact. */
    static Transaction home(Transaction store, Doc contact) {
        return store.as(contact.text("contact_account"));
    }

    /** Deletes all contacts of a user, on both sides. */
    static void forget(Transaction store, String userId) {
        for (Doc contact : of(store, userId).list()) {
            Transaction there = home(store, contact);
            find(there, contact.text("contact_id"), userId).ifPresent(prefixed -> there.delete(CONTACTS, prefixed));
            store.delete(CONTACTS, contact);
        }
    }

    /** Moves a user's contacts to another account, except contacts in that account: they are colleagues from now on. */
    static void move(String userId, Transaction from, Transaction to) {
        List<Doc> contacts = of(from, userId).list();
        forget(from, userId);
        for (Doc contact : contacts) {
            Transaction there = home(from, contact);
            if (!there.account().equals(to.account())) {
                introduce(to, userId, there, contact.text("contact_id"));
            }
        }
    }
}

package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trunks or numbers that a carrier has set up for a master account, which assigns them to sub accounts. An assignment
 * stores only the fields that differ; the others are read from the master account's row.
 */
record Stock(Table table) {
    static final Stock TRUNKS =
            new Stock(Table.of("sip_audio_trunks", "SipAudioTrunkRecord").columns("master_id"));
    static final Stock NUMBERS = new Stock(
            Table.of("sip_audio_numbers", "SipAudioNumberRecord").key("number").columns("master_id"));

    /** All items of an account, its own and assigned ones. */
    List<Doc> of(Transaction store) {
        return store.in(table).list().stream()
                .flatMap(row -> whole(store, row).stream())
                .toList();
    }

    private Optional<Doc> whole(Transaction store, Doc row) {
        Optional<String> master = row.optionalText("master_id");
        return master.isEmpty()
                ? Optional.of(row)
                : store.as(master.get()).find(table, key(row)).map(lent -> lent.copy()
                        .take(row));
    }

    /** The items that the carrier has set up for the account itself. */
    List<Doc> own(Transaction store) {
        return store.in(table).whereNone("master_id").list();
    }

    Optional<Doc> own(Transaction store, String key) {
        return store.find(table, key).filter(row -> !row.has("master_id"));
    }

    /**
     * Assigns an item to a sub account, or changes the fields that differ there. An item of the sub account's own with
     * the same key stays.
     *
     * @param difference the fields that differ, with the key
     */
    void assign(Transaction master, Transaction below, Doc difference) {
        Doc row = below.blank(table).take(difference).put("master_id", master.account());
        Optional<Doc> known = below.find(table, key(row));
        if (known.isEmpty()) {
            below.insert(table, row);
        } else if (known.get().has("master_id")) {
            below.update(table, known.get().copy().take(row));
        }
    }

    /** Finds an item assigned to an account by its key. */
    Optional<Doc> assigned(Transaction below, String key) {
        return below.find(table, key).filter(row -> row.has("master_id"));
    }

    /** Deletes all assignments to an account. */
    void takeBack(Transaction below) {
        below.in(table).list().stream().filter(row -> row.has("master_id")).forEach(row -> below.delete(table, row));
    }

    /** Replaces an account's own items; assignments of removed items are deleted. */
    void setUp(Transaction store, List<Doc> things) {
        own(store).forEach(row -> store.delete(table, row));
        Map<String, Doc> kept = new LinkedHashMap<>();
        things.forEach(thing -> kept.put(key(thing), thing));
        kept.values().forEach(thing -> store.insert(table, store.blank(table).take(thing)));
        for (String account :
                store.across(table).where("master_id", store.account()).accounts()) {
            Transaction below = store.as(account);
            below.in(table).where("master_id", store.account()).list().stream()
                    .filter(row -> !kept.containsKey(key(row)))
                    .forEach(row -> below.delete(table, row));
        }
    }

    private String key(Doc thing) {
        return thing.text(table.key().getFirst());
    }
}

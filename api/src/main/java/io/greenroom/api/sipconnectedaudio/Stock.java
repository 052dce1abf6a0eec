package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Things of one kind that a carrier has set up for a master account, and that this one assigns to accounts below it.
 * What is assigned keeps only what differs there; the rest is seen through it.
 */
record Stock(Table table) {
    static final Stock TRUNKS =
            new Stock(Table.of("sip_audio_trunks", "SipAudioTrunkRecord").columns("master_id"));
    static final Stock NUMBERS = new Stock(
            Table.of("sip_audio_numbers", "SipAudioNumberRecord").key("number").columns("master_id"));

    /** All that an account has, of its own or assigned. */
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

    /** What the carrier has set up for an account itself. */
    List<Doc> own(Transaction store) {
        return store.in(table).whereNone("master_id").list();
    }

    Optional<Doc> own(Transaction store, String key) {
        return store.find(table, key).filter(row -> !row.has("master_id"));
    }

    /**
     * Assigns something to an account below, or changes what differs there. What that account has of its own under the
     * same key stays.
     *
     * @param difference what differs there, with the key
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

    /** What is assigned to an account under that key. */
    Optional<Doc> assigned(Transaction below, String key) {
        return below.find(table, key).filter(row -> row.has("master_id"));
    }

    /** Takes all back that is assigned to an account. */
    void takeBack(Transaction below) {
        below.in(table).list().stream().filter(row -> row.has("master_id")).forEach(row -> below.delete(table, row));
    }

    /** Sets what an account has of its own, instead of what it had; what is gone is taken back everywhere. */
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

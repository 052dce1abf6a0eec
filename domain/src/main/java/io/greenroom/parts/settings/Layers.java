package io.greenroom.parts.settings;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * The table that keeps layers of settings: for each account, group or user what it has decided and locked itself.
 *
 * @param table of the contract's {@code SettingLayerRecord}, with {@code layer} and {@code owner_id} as key
 */
public record Layers(Table table) {

    /** A layer, absent where nothing has been decided. */
    public Optional<Doc> find(Transaction store, LayerKey key) {
        return store.find(table, key.key());
    }

    /** A layer to change and {@link #keep}. */
    public Doc own(Transaction store, LayerKey key) {
        return find(store, key)
                .map(Doc::copy)
                .orElseGet(() -> store.blank(table).put("layer", key.layer()).put("owner_id", key.ownerId()));
    }

    public void keep(Transaction store, Doc layer) {
        store.keep(table, layer);
    }

    /** The values that a layer itself has for a group of settings. */
    public Optional<Doc> decided(Transaction store, LayerKey key, String group) {
        return find(store, key)
                .flatMap(layer -> layer.optionalDoc("values"))
                .flatMap(values -> values.optionalDoc(group));
    }

    /** Deletes a layer. */
    public void delete(Transaction store, LayerKey key) {
        find(store, key).ifPresent(layer -> store.delete(table, layer));
    }

    /** Moves a layer to another account. */
    public void move(Transaction from, Transaction to, LayerKey key) {
        find(from, key).ifPresent(layer -> {
            from.delete(table, layer);
            to.insert(table, layer.as(layer.schema()));
        });
    }

    List<Layer> read(Transaction store, List<LayerKey> keys) {
        return keys.stream()
                .flatMap(key -> find(store, key).map(record -> Layer.of(record, key.locksOnly())).stream())
                .toList();
    }
}

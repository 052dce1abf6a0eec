package io.greenroom.parts.settings;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings in layers, as one kind of thing has them. Threads may share it.
 *
 * <p>A chain names the layers that count for a thing: the outermost first, the thing's own last.
 */
public final class Settings {
    /** The layers of whatever owner. The two columns count who has a paid feature of which size. */
    public static final Table LAYERS = Table.of("setting_layers", "SettingLayerRecord")
            .key("layer", "owner_id")
            .columns("layer", "webinar_capacity", "large_meeting_capacity");

    private final String schema;
    private final List<SettingAlias> aliases;

    /**
     * Settings of one kind of thing.
     *
     * @param schema the name of the schema that has all of them
     * @param aliases settings that have two names
     */
    public Settings(String schema, List<SettingAlias> aliases) {
        this.schema = schema;
        this.aliases = List.copyOf(aliases);
    }

    /** The settings in force, all of them; the document is the caller's to change. */
    public Doc effective(Call call, List<LayerKey> chain) {
        Doc settings = merge(call.blank(schema).schema(), layers(call.store(), chain));
        aliases.forEach(alias -> alias.show(settings));
        return settings;
    }

    /** The settings in force, to be asked for one by one. */
    public EffectiveSettings look(Call call, List<LayerKey> chain) {
        int above = layers(call.store(), chain.subList(0, chain.size() - 1)).size();
        return new EffectiveSettings(call.blank(schema).schema(), layers(call.store(), chain), above, aliases);
    }

    /** What a layer has decided by itself in a group of settings. */
    public static Optional<Doc> decided(Transaction store, LayerKey place, String group) {
        return store.find(LAYERS, place.key())
                .flatMap(layer -> layer.optionalDoc("values"))
                .flatMap(values -> values.optionalDoc(group));
    }

    private static Doc merge(Schema schema, List<Layer> layers) {
        Doc settings = new Doc(schema);
        for (Property property : schema.properties()) {
            value(property, layers).ifPresent(value -> settings.put(property.name(), value));
        }
        return settings;
    }

    /** What is in force of a setting or a group of them. */
    static Optional<Object> value(Property property, List<Layer> layers) {
        String name = property.name();
        if (property.schema().type() == Schema.Type.OBJECT) {
            List<Layer> below = layers.stream().map(layer -> layer.below(name)).toList();
            return Optional.of(merge(property.schema(), below));
        }
        Object value = property.schema().standard();
        for (Layer layer : layers) {
            value = layer.value(name, value);
            if (layer.locks(name)) {
                break;
            }
        }
        return Optional.ofNullable(value);
    }

    /**
     * Takes over what a request brings into the last layer of a chain: a null gives the decision back to the layers
     * above, and what is locked above stays as it is.
     */
    public Changes change(Call call, List<LayerKey> chain, Doc request) {
        Doc before = effective(call, chain);
        Doc renamed = request.copy();
        aliases.forEach(alias -> alias.rename(renamed));
        Doc layer = own(call.store(), chain.getLast());
        List<Layer> above = layers(call.store(), chain.subList(0, chain.size() - 1));
        take(before.schema(), above, layer.within("values"), renamed);
        keep(call.store(), layer);
        return Changes.between(before, effective(call, chain));
    }

    private static void take(Schema schema, List<Layer> above, Doc values, Doc request) {
        for (String name : request.names()) {
            Optional<Property> property = schema.property(name);
            if (property.isEmpty() || above.stream().anyMatch(layer -> layer.locks(name))) {
                continue;
            }
            Object value = request.get(name);
            if (value instanceof Doc group) {
                List<Layer> below =
                        above.stream().map(layer -> layer.below(name)).toList();
                take(property.get().schema(), below, values.within(name), group);
            } else if (value == Doc.NULL) {
                values.remove(name);
            } else if (value != null) {
                values.put(name, value);
            }
        }
    }

    /** Forgets what a layer has decided. */
    public static void forget(Transaction store, LayerKey place) {
        store.find(LAYERS, place.key()).ifPresent(layer -> store.delete(LAYERS, layer));
    }

    /** Carries a layer over to another account. */
    public static void move(Transaction from, Transaction to, LayerKey place) {
        from.find(LAYERS, place.key()).ifPresent(layer -> {
            from.delete(LAYERS, layer);
            to.insert(LAYERS, layer.as(layer.schema()));
        });
    }

    static List<Layer> layers(Transaction store, List<LayerKey> chain) {
        List<Layer> layers = new ArrayList<>();
        chain.forEach(place -> store.find(LAYERS, place.key())
                .map(record -> Layer.of(record, place.locksOnly()))
                .ifPresent(layers::add));
        return layers;
    }

    /** A layer to change. */
    static Doc own(Transaction store, LayerKey place) {
        return store.find(LAYERS, place.key())
                .map(Doc::copy)
                .orElseGet(() -> store.blank(LAYERS).put("layer", place.layer()).put("owner_id", place.ownerId()));
    }

    static void keep(Transaction store, Doc layer) {
        store.keep(LAYERS, layer);
    }
}

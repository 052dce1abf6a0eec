package io.greenroom.parts.settings;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/**
 * The locks of one kind of thing: a tree like that of its settings, true where lower layers must not decide. Threads
 * may share it.
 *
 * <p>A chain names the layers that count: the outermost first, the thing's own last.
 */
public final class Locks {
    private final String schema;
    private final List<SettingAlias> aliases;

    /**
     * Locks of one kind of thing.
     *
     * @param schema the name of the schema that has all of them; what is not a boolean there cannot be locked
     * @param aliases settings that have two names
     */
    public Locks(String schema, List<SettingAlias> aliases) {
        this.schema = schema;
        this.aliases = List.copyOf(aliases);
    }

    /** All locks in force, those from above included; the document is the caller's to change. */
    public Doc effective(Call call, List<LayerKey> chain) {
        Doc locks = merge(call.blank(schema).schema(), Settings.layers(call.store(), chain));
        aliases.forEach(alias -> alias.show(locks));
        return locks;
    }

    private static Doc merge(Schema schema, List<Layer> layers) {
        Doc locks = new Doc(schema);
        for (Property property : schema.properties()) {
            String name = property.name();
            if (property.schema().type() == Schema.Type.OBJECT) {
                List<Layer> below =
                        layers.stream().map(layer -> layer.below(name)).toList();
                locks.put(name, merge(property.schema(), below));
            } else if (property.schema().type() == Schema.Type.BOOLEAN) {
                locks.put(name, layers.stream().anyMatch(layer -> layer.locks(name)));
            }
        }
        return locks;
    }

    /**
     * Locks and unlocks in the last layer of a chain what a request names: a null unlocks, an object is taken field by
     * field, and what is locked above stays so.
     */
    public Changes change(Call call, List<LayerKey> chain, Doc request) {
        Doc before = effective(call, chain);
        Doc renamed = request.copy();
        aliases.forEach(alias -> alias.rename(renamed));
        Doc layer = Settings.own(call.store(), chain.getLast());
        take(before.schema(), layer.within("locks"), renamed);
        Settings.keep(call.store(), layer);
        return Changes.between(before, effective(call, chain));
    }

    private static void take(Schema schema, Doc locks, Doc request) {
        for (String name : request.names()) {
            Optional<Schema> wanted = schema.property(name).map(Property::schema);
            if (wanted.isEmpty()) {
                continue;
            }
            Object value = request.get(name);
            if (value instanceof Doc group) {
                take(wanted.get(), locks.within(name), group);
            } else if (Boolean.TRUE.equals(value)) {
                locks.put(name, true);
            } else {
                locks.remove(name);
            }
        }
    }
}

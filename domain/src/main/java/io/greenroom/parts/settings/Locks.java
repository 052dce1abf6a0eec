package io.greenroom.parts.settings;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/**
 * The locks of one kind of owner: a tree like that of its settings, true where lower layers must not decide. Threads
 * may share it.
 *
 * <p>The keys name the layers that apply to an owner: the outermost first, the owner's own last.
 */
public final class Locks {
    private final Layers layers;
    private final String schema;
    private final List<SettingAlias> aliases;

    /**
     * Locks of one kind of owner.
     *
     * @param schema the name of the schema that has all of them; only booleans there can be locked
     * @param aliases settings that have two names
     */
    public Locks(Layers layers, String schema, List<SettingAlias> aliases) {
        this.layers = layers;
        this.schema = schema;
        this.aliases = List.copyOf(aliases);
    }

    /** All locks in force, including those of the layers above; the document is the caller's to change. */
    public Doc effective(Call call, List<LayerKey> keys) {
        Doc locks = merge(call.blank(schema).schema(), layers.read(call.store(), keys));
        aliases.forEach(alias -> alias.show(locks));
        return locks;
    }

    private static Doc merge(Schema schema, List<Layer> layers) {
        Doc locks = new Doc(schema);
        for (Property property : schema.properties()) {
            String name = property.name();
            if (property.schema().type() == Schema.Type.OBJECT) {
                locks.put(name, merge(property.schema(), Layer.below(layers, name)));
            } else if (property.schema().type() == Schema.Type.BOOLEAN) {
                locks.put(name, layers.stream().anyMatch(layer -> layer.locks(name)));
            }
        }
        return locks;
    }

    /**
     * Locks and unlocks settings in the last layer as a request asks: a null unlocks, an object is read field by field,
     * and locks of the layers above stay.
     */
    public Changes change(Call call, List<LayerKey> keys, Doc request) {
        Doc before = effective(call, keys);
        Doc renamed = request.copy();
        aliases.forEach(alias -> alias.rename(renamed));
        Doc layer = layers.own(call.store(), keys.getLast());
        take(before.schema(), layer.within("locks"), renamed);
        layers.keep(call.store(), layer);
        return Changes.between(before, effective(call, keys));
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

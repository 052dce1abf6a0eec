package io.greenroom.parts.settings;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one kind of owner, in layers. Threads may share it.
 *
 * <p>The keys name the layers that apply to an owner: the outermost first, the owner's own last.
 */
public final class Settings {
    private final Layers layers;
    private final String schema;
    private final List<SettingAlias> aliases;

    /**
     * Settings of one kind of owner.
     *
     * @param schema the name of the schema that has all of them
     * @param aliases settings that have two names
     */
    public Settings(Layers layers, String schema, List<SettingAlias> aliases) {
        this.layers = layers;
        this.schema = schema;
        this.aliases = List.copyOf(aliases);
    }

    /** The settings in force. */
    public EffectiveSettings effective(Call call, List<LayerKey> keys) {
        int last = keys.size() - 1;
        List<Layer> above = layers.read(call.store(), keys.subList(0, last));
        List<Layer> own = layers.read(call.store(), keys.subList(last, keys.size()));
        return new EffectiveSettings(call.blank(schema).schema(), above, own, aliases);
    }

    /**
     * Changes the last layer as a request asks: a null withdraws the layer's own value, and settings that a layer above
     * has locked keep theirs.
     */
    public Changes change(Call call, List<LayerKey> keys, Doc request) {
        EffectiveSettings before = effective(call, keys);
        Doc renamed = request.copy();
        aliases.forEach(alias -> alias.rename(renamed));
        Doc layer = layers.own(call.store(), keys.getLast());
        take(call.blank(schema).schema(), before.above(), layer.within("values"), renamed);
        layers.keep(call.store(), layer);
        return Changes.between(before.document(), effective(call, keys).document());
    }

    private static void take(Schema schema, List<Layer> above, Doc values, Doc request) {
        for (String name : request.names()) {
            Optional<Property> property = schema.property(name);
            if (property.isEmpty() || above.stream().anyMatch(layer -> layer.locks(name))) {
                continue;
            }
            Object value = request.get(name);
            if (value instanceof Doc group) {
                take(property.get().schema(), Layer.below(above, name), values.within(name), group);
            } else if (value == Doc.NULL) {
                values.remove(name);
            } else if (value != null) {
                values.put(name, value);
            }
        }
    }
}

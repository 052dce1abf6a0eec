package io.greenroom.parts.settings;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values and locks of one layer, for all settings or for a group of them.
 *
 * @param values the layer's own values
 * @param locks {@code true} for settings that lower layers must not change
 * @param locked whether the layer has locked the whole group
 * @param locksOnly whether a value applies only when it is locked
 */
record Layer(Doc values, Doc locks, boolean locked, boolean locksOnly) {
    private static final Doc NOTHING = new Doc(Schema.anyObject()).freeze();

    static Layer of(Doc record, boolean locksOnly) {
        return new Layer(
                record.optionalDoc("values").orElse(NOTHING),
                record.optionalDoc("locks").orElse(NOTHING),
                false,
                locksOnly);
    }

    /** The same layers for a group of settings. */
    static List<Layer> below(List<Layer> layers, String group) {
        return layers.stream().map(layer -> layer.below(group)).toList();
    }

    /** The same layer for a group of settings. */
    Layer below(String group) {
        return new Layer(docIn(values, group), docIn(locks, group), locks(group), locksOnly);
    }

    private static Doc docIn(Doc settings, String group) {
        return settings.get(group) instanceof Doc below ? below : NOTHING;
    }

    /** Its value for a setting, or the value of the layers before it when it has none. */
    @Nullable
    Object value(String setting, @Nullable Object before) {
        Object value = values.get(setting);
        return value == null || (locksOnly && !locks(setting)) ? before : value;
    }

    boolean locks(String setting) {
        return locked || Boolean.TRUE.equals(locks.get(setting));
    }
}

package io.greenroom.parts.settings;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import org.jspecify.annotations.Nullable;

/**
 * What one layer says, of all settings or of a group of them.
 *
 * @param values the settings that it has decided
 * @param locks {@code true} at those that lower layers must not change
 * @param locked whether all of them are
 * @param locksOnly whether a value counts only when it is locked
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

    /** What it says of a group of settings. */
    Layer below(String group) {
        return new Layer(docIn(values, group), docIn(locks, group), locks(group), locksOnly);
    }

    private static Doc docIn(Doc settings, String group) {
        return settings.get(group) instanceof Doc below ? below : NOTHING;
    }

    /** What it says of a setting, or what was said before when it says nothing. */
    @Nullable
    Object value(String setting, @Nullable Object before) {
        Object value = values.get(setting);
        return value == null || (locksOnly && !locks(setting)) ? before : value;
    }

    boolean locks(String setting) {
        return locked || Boolean.TRUE.equals(locks.get(setting));
    }
}

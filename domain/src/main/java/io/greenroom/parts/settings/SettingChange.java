package io.greenroom.parts.settings;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change of settings has come to; only the settings whose value in force is another now, and none that nobody is
 * told of.
 *
 * @param before their former values
 * @param after their values
 */
public record SettingChange(Doc before, Doc after) {

    static SettingChange between(Doc before, Doc after) {
        SettingChange change = new SettingChange(new Doc(before.schema()), new Doc(before.schema()));
        for (Property property : before.schema().properties()) {
            String name = property.name();
            if (property.confidential()) {
                continue;
            }
            if (property.schema().type() == Schema.Type.OBJECT) {
                change.addGroup(name, docIn(before, name, property), docIn(after, name, property));
            } else if (!Objects.equals(before.get(name), after.get(name))) {
                change.before.put(name, orNull(before.get(name)));
                change.after.put(name, orNull(after.get(name)));
            }
        }
        return change;
    }

    private void addGroup(String name, Doc then, Doc now) {
        SettingChange below = between(then, now);
        if (!below.isNone()) {
            before.put(name, below.before);
            after.put(name, below.after);
        }
    }

    private static Doc docIn(Doc settings, String name, Property property) {
        return settings.optionalDoc(name).orElseGet(() -> new Doc(property.schema()));
    }

    private static Object orNull(@Nullable Object value) {
        return Optional.ofNullable(value).orElse(Doc.NULL);
    }

    public boolean isNone() {
        return after.names().isEmpty();
    }
}

package io.greenroom.kernel.doc;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two states of a document, as events report them. Private fields are omitted; of objects only
 * the fields that differ are included. A value that one state lacks is {@link Doc#NULL} in it.
 *
 * @param before the former values
 * @param after the new values, of the same fields
 */
public record Changes(Doc before, Doc after) {

    /** The changes between two documents of the same schema. */
    public static Changes between(Doc before, Doc after) {
        Changes changes = new Changes(new Doc(before.schema()), new Doc(before.schema()));
        for (Property property : before.schema().properties()) {
            String name = property.name();
            if (property.confidential()) {
                continue;
            }
            if (property.schema().type() == Schema.Type.OBJECT) {
                changes.addObject(name, docIn(before, name, property), docIn(after, name, property));
            } else if (!Objects.equals(before.get(name), after.get(name))) {
                changes.before.put(name, orNull(before.get(name)));
                changes.after.put(name, orNull(after.get(name)));
            }
        }
        return changes;
    }

    private void addObject(String name, Doc then, Doc now) {
        Changes below = between(then, now);
        if (!below.isNone()) {
            before.put(name, below.before);
            after.put(name, below.after);
        }
    }

    private static Doc docIn(Doc document, String name, Property property) {
        return document.optionalDoc(name).orElseGet(() -> new Doc(property.schema()));
    }

    private static Object orNull(@Nullable Object value) {
        return Optional.ofNullable(value).orElse(Doc.NULL);
    }

    public boolean isNone() {
        return after.names().isEmpty();
    }
}

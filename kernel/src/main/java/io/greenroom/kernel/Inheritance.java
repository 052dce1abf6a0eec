package io.greenroom.kernel;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;

/** Applies to a new document the settings of its host that it inherits by the contract. */
final class Inheritance {
    private final HostSettings settings;

    Inheritance(HostSettings settings) {
        this.settings = settings;
    }

    /** Fills the fields without a value; the value of a locked setting replaces any other. */
    void fill(Doc draft) {
        for (Property property : draft.schema().properties()) {
            String setting = property.inherits();
            if (setting != null) {
                if (!draft.has(property.name()) || settings.isLocked(setting)) {
                    draft.put(property.name(), settings.value(setting));
                }
            } else if (inheritsBelow(property.schema())) {
                Doc below = draft.within(property.name()).copy();
                fill(below);
                draft.put(property.name(), below);
            }
        }
    }

    private static boolean inheritsBelow(Schema schema) {
        return schema.type() == Schema.Type.OBJECT
                && schema.properties().stream()
                        .anyMatch(property -> property.inherits() != null || inheritsBelow(property.schema()));
    }
}

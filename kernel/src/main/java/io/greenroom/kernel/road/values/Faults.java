package io.greenroom.kernel.road.values;

import io.greenroom.contract.Failure;
import io.greenroom.kernel.doc.Refusal.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults in single values of one request's path, query and body. Used by one thread. */
public final class Faults {
    /** The placeholder for the field's name, in failures that several fields share. */
    private static final String FIELD = "field";

    private final List<FieldFault> all = new ArrayList<>();
    private final List<Failure> declared = new ArrayList<>();

    /**
     * Adds a fault.
     *
     * @param message the general text, with {@code {field}} for the field's name
     * @param failure the declared failure that replaces it; null if the contract declares none
     */
    public void add(String field, String message, @Nullable Failure failure) {
        if (failure == null) {
            all.add(new FieldFault(field, message.replace("{" + FIELD + "}", name(field)), ""));
        } else {
            declared.add(failure);
            all.add(new FieldFault(field, failure.message(Map.of(FIELD, name(field))), failure.name()));
        }
    }

    public List<FieldFault> all() {
        return all;
    }

    /** The failure to answer with: the declared one if there is a single fault, else empty. */
    public Optional<Failure> onlyDeclared() {
        return all.size() == 1 ? declared.stream().findFirst() : Optional.empty();
    }

    /** The placeholder values of {@link #onlyDeclared}. */
    public Map<String, String> values() {
        return Map.of(FIELD, name(all.getFirst().field()));
    }

    /** The last part of a dotted field. */
    private static String name(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}

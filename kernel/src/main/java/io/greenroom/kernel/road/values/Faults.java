package io.greenroom.kernel.road.values;

import io.greenroom.contract.Failure;
import io.greenroom.kernel.doc.Refusal.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with single values of one request, in its path, query and body. Used by one thread. */
public final class Faults {
    /** The placeholder of failures that several fields are answered with. */
    private static final String FIELD = "field";

    private final List<FieldFault> all = new ArrayList<>();
    private final List<Failure> declared = new ArrayList<>();

    /**
     * Adds a fault.
     *
     * @param message what is told of it
     * @param failure what the contract declares to be told instead; null when it declares nothing
     */
    public void add(String field, String message, @Nullable Failure failure) {
        if (failure == null) {
            all.add(new FieldFault(field, message, ""));
        } else {
            declared.add(failure);
            all.add(new FieldFault(field, failure.message(Map.of(FIELD, name(field))), failure.name()));
        }
    }

    public List<FieldFault> all() {
        return all;
    }

    /** The failure to answer with: the declared one of a single fault, else none in particular. */
    public Optional<Failure> onlyDeclared() {
        return all.size() == 1 ? declared.stream().findFirst() : Optional.empty();
    }

    /** What fills the message of {@link #onlyDeclared}. */
    public Map<String, String> values() {
        return Map.of(FIELD, name(all.getFirst().field()));
    }

    /** The last part of a dotted field. */
    private static String name(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}

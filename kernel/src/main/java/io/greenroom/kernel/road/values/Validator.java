package io.greenroom.kernel.road.values;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.body.ContentKind;
import io.greenroom.kernel.http.body.FormParts;
import io.greenroom.kernel.http.body.FormParts.FilePart;
import io.greenroom.kernel.store.StoreUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks all values of one request against the contract and makes typed documents of them. Numbers and booleans may
 * arrive as texts. Used by one thread.
 */
public final class Validator {
    private final boolean nulls;
    private final boolean defaults;
    private final @Nullable FormParts form;
    private final Faults faults;
    private String fault;
    private final List<String> unknown = new ArrayList<>();
    private int lists;
    private boolean unreadable;

    /**
     * A check of one request.
     *
     * @param nulls whether an explicit null is kept (it clears a field in a PATCH, except inside a list, whose items
     *     are new); else it counts as absent
     * @param defaults whether absent fields get their default
     * @param form the form with the files of file fields; null when there is none
     * @param faults collects the faults
     * @param fault the text for invalid values, with {@code {field}} for the field's name
     */
    public Validator(boolean nulls, boolean defaults, @Nullable FormParts form, Faults faults, String fault) {
        this.nulls = nulls;
        this.defaults = defaults;
        this.form = form;
        this.faults = faults;
        this.fault = fault;
    }

    /**
     * Whether some value of a JSON body is not of its field's type, such as a list for an object. The vendor cannot
     * read such a body, so that the faults do not matter.
     */
    public boolean isUnreadable() {
        return unreadable;
    }

    /** The dotted names of fields that are not in the contract. */
    public List<String> unknown() {
        return unknown;
    }

    /** Checks a single value. */
    public void check(Property property, String value) {
        if (value(property.schema(), value, property.name()) == null) {
            invalid(property, property.name());
        }
    }

    /** The object's known fields, checked and typed; of an open object also the others, as they were sent. */
    public Doc object(Schema schema, Doc raw, String place) {
        Doc typed = new Doc(schema);
        for (Property property : schema.properties()) {
            if (!property.confidential() && !property.readOnly()) {
                String outer = fault;
                fault = faultOf(property);
                field(typed, property, raw.get(property.name()), at(place, property.name()));
                fault = outer;
            }
        }
        for (String name : raw.names()) {
            if (schema.property(name).isEmpty()) {
                if (schema.open()) {
                    typed.put(name, Objects.requireNonNull(raw.get(name)));
                } else {
                    unknown.add(at(place, name));
                }
            }
        }
        return typed;
    }

    private static String at(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private String faultOf(Property property) {
        String own = property.fault();
        return own == null ? fault : own;
    }

    private void field(Doc typed, Property property, @Nullable Object value, String field) {
        if (property.schema().type() == Schema.Type.FILE) {
            file(property, field);
        } else if (value == null || (value == Doc.NULL && !clears(property))) {
            absent(typed, property, field);
        } else if (value == Doc.NULL) {
            typed.put(property.name(), Doc.NULL);
        } else {
            Object checked = value(property.schema(), value, field);
            if (checked == null) {
                if (property.invalid() == null) {
                    checkReadable(property.schema(), value);
                }
                invalid(property, field);
            } else if (checked != BELOW) {
                typed.put(property.name(), checked);
            }
        }
    }

    /** Whether an explicit null clears such a field. */
    private boolean clears(Property property) {
        return nulls && lists == 0 && !property.required();
    }

    /** Replaces a value whose own parts have faults, which are already reported. */
    private static final Object BELOW = new Object();

    private void absent(Doc typed, Property property, String field) {
        Object standard = property.schema().standard();
        if (property.required()) {
            faults.add(field, "Missing field.", property.missing());
        } else if (defaults && standard != null) {
            typed.put(property.name(), standard);
        }
    }

    /** The parts of a form are texts, so that only their values can be wrong. */
    private void checkReadable(Schema schema, Object value) {
        unreadable |= form == null && value != Doc.NULL && !Values.isReadable(schema.type(), value);
    }

    private void invalid(Property property, String field) {
        faults.add(field, faultOf(property), property.invalid());
    }

    /** Checks a file by its size; an empty file counts as absent. Files over the limit were refused earlier. */
    private void file(Property property, String field) {
        Optional<FilePart> file = Optional.ofNullable(form)
                .flatMap(parts -> parts.file(property.name()))
                .filter(part -> part.size() > 0);
        if (file.isEmpty()) {
            if (property.required()) {
                faults.add(field, "Missing field.", property.missing());
            }
        } else if (!isAllowed(property.schema(), file.get())) {
            invalid(property, field);
        }
    }

    private static boolean isAllowed(Schema schema, FilePart file) {
        try {
            return schema.allowed().isEmpty()
                    || schema.allowed().contains(ContentKind.of(file.path()).contentType());
        } catch (IOException e) {
            throw new StoreUnavailable("An uploaded file cannot be read: " + e, e);
        }
    }

    /** The typed value; null when it does not fit. */
    private @Nullable Object value(Schema schema, Object value, String field) {
        Object typed =
                switch (schema.type()) {
                    case STRING -> text(schema, value);
                    case INTEGER -> Values.integer(value);
                    case NUMBER -> Values.number(value);
                    case BOOLEAN -> Values.flag(value);
                    case ARRAY -> value instanceof List<?> items ? array(schema, items, field) : null;
                    case OBJECT -> value instanceof Doc raw ? object(schema, raw, field) : null;
                    case FILE -> null;
                };
        if (typed == null || typed == BELOW) {
            return typed;
        }
        return Values.within(schema, typed) ? typed : null;
    }

    private static @Nullable Object text(Schema schema, Object value) {
        String text = value instanceof Doc || value instanceof List<?> ? null : value.toString();
        return text != null && Values.hasSize(schema, text) && Formats.accept(schema, text)
                ? Formats.spelled(schema, text)
                : null;
    }

    /**
     * Checks a list. The items of a list that is too long are not checked: they could cause more faults than the list
     * has bytes.
     */
    private @Nullable Object array(Schema schema, List<?> items, String field) {
        if (!Values.within(schema, items)) {
            return null;
        }
        List<Object> typed = new ArrayList<>(items.size());
        boolean below = false;
        lists++;
        for (int i = 0; i < items.size(); i++) {
            String place = field + "[" + i + "]";
            Object item = items.get(i) == Doc.NULL ? null : value(schema.items(), items.get(i), place);
            if (item == null) {
                checkReadable(schema.items(), items.get(i));
                faults.add(place, fault, null);
                below = true;
            } else if (item == BELOW) {
                below = true;
            } else {
                typed.add(item);
            }
        }
        lists--;
        return below ? BELOW : typed;
    }
}

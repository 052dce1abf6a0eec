package io.greenroom.contract.read;

import io.greenroom.contract.Event;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the events of one file, and composes the schema of each message. A payload has these fields in this order:
 * account, operator, the fields of {@code payload}, object, old object and time stamp. An event without {@code object}
 * has only the fields of {@code payload}.
 */
final class EventReader {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_ADDRESS = 254;

    private final String group;
    private final Schemas schemas;

    EventReader(String group, Schemas schemas) {
        this.group = group;
        this.schemas = schemas;
    }

    Event event(String name, Entry entry) {
        Set<EventOrigin> origins = ContractReader.constants(EventOrigin.class, entry.texts("origin"), entry);
        if (origins.isEmpty()) {
            entry.fault("lacks origin");
        }
        Optional<Schema> object = entry.optionalText("object").map(named -> schemas.named(named, entry));
        List<Property> payload = payload(object, entry);
        Schema message = message(name, payload, entry);
        if (object.isEmpty() && (entry.has("old") || entry.has("operator") || entry.has("stamped"))) {
            entry.fault("has no object, so all its fields are fields of payload");
        }
        Event event = new Event(
                name,
                group,
                entry.text("summary"),
                origins,
                payload.isEmpty() ? Optional.empty() : Optional.of(message));
        entry.get("source");
        entry.done();
        return event;
    }

    private List<Property> payload(Optional<Schema> object, Entry entry) {
        List<Property> own = schemas.properties(entry.entries(Event.PAYLOAD));
        if (object.isEmpty()) {
            return own;
        }
        List<Property> payload = new ArrayList<>();
        payload.add(field("account_id", Schema.text(LONGEST_ID), true));
        operator(payload, entry);
        payload.addAll(own);
        payload.add(field("object", object.get(), true));
        old(object.get(), entry).ifPresent(schema -> {
            payload.add(field("old_object", schema, true));
            if (entry.flag("stamped", true)) {
                payload.add(field("time_stamp", Schema.wholeNumber(), true));
            }
        });
        return payload;
    }

    private static void operator(List<Property> payload, Entry entry) {
        Object word = Optional.ofNullable(entry.get("operator")).orElse(false);
        boolean optional = word.equals("optional");
        if (!optional && !(word instanceof Boolean)) {
            entry.fault("operator must be true, false or optional");
        }
        if (!word.equals(false)) {
            payload.add(field("operator", Schema.text(LONGEST_ADDRESS), !optional));
            payload.add(field("operator_id", Schema.text(LONGEST_ID), false));
        }
    }

    /** The schema of the former values: {@code true} stands for the object's, else the name of one. */
    private Optional<Schema> old(Schema object, Entry entry) {
        return switch (entry.get("old")) {
            case null -> Optional.empty();
            case Boolean flag -> flag ? Optional.of(object) : Optional.empty();
            case Object name -> Optional.of(schemas.named(name.toString(), entry));
        };
    }

    /** The message's fields, in the order of {@code envelope}. */
    private Schema message(String name, List<Property> payload, Entry entry) {
        Map<String, Property> known = new LinkedHashMap<>();
        known.put("event", field("event", Schema.constant(name), true));
        known.put("event_ts", field("event_ts", Schema.wholeNumber(), true));
        schemas.properties(entry.entries("beside")).forEach(property -> known.put(property.name(), property));
        known.put(Event.PAYLOAD, field(Event.PAYLOAD, Schema.object(payload), true));
        List<Property> message = new ArrayList<>();
        for (String field : entry.has("envelope") ? entry.texts("envelope") : List.copyOf(known.keySet())) {
            Property property = known.remove(field);
            if (property == null) {
                entry.fault("envelope names " + field + ", which is no field or stands there twice");
            } else {
                message.add(property);
            }
        }
        known.remove("event_ts");
        if (!known.isEmpty()) {
            entry.fault("envelope lacks " + String.join(", ", known.keySet()));
        }
        return Schema.object(message);
    }

    private static Property field(String name, Schema schema, boolean required) {
        return new Property(name, schema, "", required, false, false, false, null, null, null, null, null);
    }
}

package io.greenroom.contract;

import java.util.Optional;
import java.util.Set;

/**
 * An event of the API, sent to subscribers after a change.
 *
 * @param name such as {@code user.created}
 * @param group the title of the API group that announces it, empty for the kernel's own
 * @param summary one sentence of our own
 * @param origins the possible causes
 * @param message the schema of the whole message; empty while no operation that is built announces the event
 */
public record Event(String name, String group, String summary, Set<EventOrigin> origins, Optional<Schema> message) {
    /** The message's field with the payload. */
    public static final String PAYLOAD = "payload";

    /** The schema of the message's payload. */
    public Schema payload() {
        return message.flatMap(schema -> schema.property(PAYLOAD))
                .map(Property::schema)
                .orElseThrow(() -> new IllegalStateException(name + " has no payload in the contract"));
    }
}

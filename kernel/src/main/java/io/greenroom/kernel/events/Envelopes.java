package io.greenroom.kernel.events;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Puts announcements into the envelope that subscribers receive (behaviour.md 9.3). */
public final class Envelopes {
    private static final Schema ANY = Schema.anyObject();

    private Envelopes() {}

    /**
     * Who made the change that an event tells of.
     *
     * @param id the user's id
     * @param email the user's address, empty when it is not known
     */
    public record Operator(String id, Optional<String> email) {}

    /**
     * The event as it waits in the outbox; without an operator nobody in particular made the change.
     *
     * @param origin what comes in front of paths of this server that the event tells
     */
    public static OutboxEvent event(
            String account, Optional<Operator> operator, Instant at, String name, Announcement what, String origin) {
        Doc payload = new Doc(ANY).put("account_id", account);
        operator.ifPresent(user -> payload.put("operator", user.email()).put("operator_id", user.id()));
        what.extras().forEach(payload::put);
        payload.put("object", what.object());
        what.old().ifPresent(old -> payload.put("old_object", old).put("time_stamp", at.toEpochMilli()));
        Doc envelope = new Doc(ANY)
                .put("event", name)
                .put("event_ts", at.toEpochMilli())
                .put("payload", payload);
        return new OutboxEvent(
                0, account, name, at, new String(Json.write(envelope, ANY, origin), StandardCharsets.UTF_8));
    }
}

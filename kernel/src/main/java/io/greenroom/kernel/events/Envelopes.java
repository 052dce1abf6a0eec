package io.greenroom.kernel.events;

import io.greenroom.contract.Event;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns announcements into messages. Each event is checked against its declaration and cut to it before it enters the
 * outbox, so that private fields are never sent.
 */
public final class Envelopes {
    private Envelopes() {}

    /**
     * The user that made the change.
     *
     * @param id the user's id
     * @param email the user's address
     */
    public record Operator(String id, String email) {}

    /**
     * The origin of an event.
     *
     * @param account in which it is announced
     * @param operator the user that made the change, if one did
     * @param at the account's time
     * @param origin the prefix of this server's URLs
     */
    public record Source(String account, Optional<Operator> operator, Instant at, String origin) {}

    /** The event for the outbox. An announcement that does not fit the declaration is a {@code ContractViolation}. */
    public static OutboxEvent event(Event declared, Source source, Announcement what) {
        String name = declared.name();
        Schema message =
                declared.message().orElseThrow(() -> new ContractViolation(name + " has no payload in the contract"));
        Doc envelope = new Doc(message).put("event", name).put(Event.PAYLOAD, payload(declared, source, what));
        what.beside().forEach((field, value) -> put(name, envelope, field, value));
        putIfDeclared(envelope, "event_ts", source.at().toEpochMilli());
        MessageCheck.check(name, envelope, message);
        byte[] json = Json.write(envelope, message, source.origin());
        return new OutboxEvent(0, source.account(), name, source.at(), new String(json, StandardCharsets.UTF_8));
    }

    private static Doc payload(Event declared, Source source, Announcement what) {
        Doc payload = new Doc(declared.payload());
        what.fields().forEach((field, value) -> put(declared.name(), payload, field, value));
        what.object().ifPresent(object -> put(declared.name(), payload, "object", object));
        what.old().ifPresent(old -> put(declared.name(), payload, "old_object", old));
        putIfDeclared(payload, "account_id", source.account());
        source.operator().ifPresent(user -> {
            putIfDeclared(payload, "operator", user.email());
            putIfDeclared(payload, "operator_id", user.id());
        });
        putIfDeclared(payload, "time_stamp", source.at().toEpochMilli());
        return payload;
    }

    private static void put(String event, Doc doc, String field, Object value) {
        if (!doc.mayHold(field)) {
            throw new ContractViolation(event + " has no field " + field + " in the contract");
        }
        doc.put(field, value);
    }

    private static void putIfDeclared(Doc doc, String field, Object value) {
        if (doc.mayHold(field)) {
            doc.putIfAbsent(field, value);
        }
    }
}

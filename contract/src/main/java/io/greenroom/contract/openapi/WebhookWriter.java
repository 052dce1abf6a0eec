package io.greenroom.contract.openapi;

import io.greenroom.contract.Event;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Schema;
import io.greenroom.contract.read.Tree;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes events as webhooks: the requests that subscribers receive. Events without a message schema are left out. */
final class WebhookWriter {
    private static final Map<String, Object> RECEIVED = Tree.node("200", Tree.node("description", "Received"));

    private final SchemaWriter schemas;
    private final Examples examples;

    WebhookWriter(SchemaWriter schemas, Examples examples) {
        this.schemas = schemas;
        this.examples = examples;
    }

    Map<String, Object> webhooks(Collection<Event> events) {
        Map<String, Object> webhooks = new LinkedHashMap<>();
        events.forEach(event -> event.message()
                .ifPresent(message -> webhooks.put(event.name(), Tree.node("post", webhook(event, message)))));
        return webhooks;
    }

    private Map<String, Object> webhook(Event event, Schema message) {
        Map<String, Object> node = Tree.node("summary", event.summary());
        if (!event.group().isEmpty()) {
            node.put("tags", List.of(event.group()));
        }
        Map<String, Object> json = Tree.node("schema", schemas.use(message), "example", examples.answer(message));
        node.put("requestBody", Tree.node("required", true, "content", Tree.node("application/json", json)));
        node.put("responses", RECEIVED);
        node.put(
                "x-greenroom-origins",
                event.origins().stream().map(EventOrigin::word).toList());
        return node;
    }
}

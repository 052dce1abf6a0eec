package io.greenroom.server.control;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.OutboxEvent;
import java.util.List;
import java.util.function.Supplier;

/** The events of accounts. */
final class EventHandler {

    void bind(Bindings on) {
        on.before("controlEvents", EventHandler::find);
        on.doc("controlEvents", EventHandler::list);
    }

    /** Events of one page; the outbox is read outside of units. */
    private record Found(List<OutboxEvent> events) {}

    private static Supplier<Object> find(Call call) {
        return () -> new Found(ControlGroup.installation(call)
                .store()
                .queues()
                .events(call.account().id(), call.query().number("after"), (int)
                        call.query().number("limit")));
    }

    private static Doc list(Call call) {
        return call.blank("EventList")
                .put(
                        "events",
                        call.prepared(Found.class).events().stream()
                                .map(event -> shown(call, event))
                                .toList());
    }

    private static Doc shown(Call call, OutboxEvent event) {
        return call.blank("KeptEvent")
                .put("sequence", event.sequence())
                .put("name", event.name())
                .put("at", event.at())
                .put("body", Json.read(Schema.anyObject(), event.body()));
    }
}

package io.greenroom.server.webhooks;

import io.greenroom.contract.Event;
import io.greenroom.contract.Schema;
import io.greenroom.contract.openapi.Examples;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Samples of events by the contract, for tests of receivers. */
final class EventSample {
    private EventSample() {}

    /**
     * A sample of an event, of this account and time.
     *
     * @param overrides replace its fields; null removes one
     */
    static Doc of(Call call, Event event, Optional<Doc> overrides) {
        Doc sample = sample(call, event);
        overrides.ifPresent(changes -> merge(sample, changes));
        return sample;
    }

    private static Doc sample(Call call, Event event) {
        Schema message = event.message().orElseThrow();
        Doc sample = (Doc) open(new Examples(1, call.origin()).answer(message));
        sample.put("event", event.name());
        if (sample.has("event_ts")) {
            sample.put("event_ts", call.now().toEpochMilli());
        }
        if (sample.get("payload") instanceof Doc payload && payload.has("account_id")) {
            payload.put("account_id", call.account().id());
        }
        return sample;
    }

    private static Object open(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Doc doc = new Doc(Schema.anyObject());
                map.forEach((name, field) -> doc.put(name.toString(), open(field)));
                yield doc;
            }
            case List<?> list -> list.stream().map(EventSample::open).toList();
            default -> value;
        };
    }

    private static void merge(Doc sample, Doc overrides) {
        for (String name : overrides.names()) {
            if (sample.get(name) instanceof Doc inner && overrides.get(name) instanceof Doc other) {
                merge(inner, other);
            } else if (overrides.isNull(name)) {
                sample.remove(name);
            } else {
                sample.put(name, Objects.requireNonNull(overrides.get(name)));
            }
        }
    }
}

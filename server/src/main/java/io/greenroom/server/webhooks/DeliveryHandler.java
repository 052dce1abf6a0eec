package io.greenroom.server.webhooks;

import static io.greenroom.kernel.store.KernelTables.WEBHOOK_SUBSCRIPTIONS;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.outbound.Outcome;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.webhooks.DeliveryFault;
import io.greenroom.kernel.webhooks.DeliveryLog;
import io.greenroom.kernel.webhooks.Parcel;
import io.greenroom.kernel.webhooks.Subscription;
import io.greenroom.kernel.webhooks.Verdict;
import io.greenroom.kernel.webhooks.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The deliveries of accounts: their log, and what sends events on request. They run outside of units. */
public final class DeliveryHandler {
    private static final int FAILURES_UNTIL_STOP = 3;

    /** The deliveries that a request has found or made. */
    private record Found(List<DeliveryLog.Entry> entries) {}

    /** Binds the operations. */
    public void bind(Bindings on) {
        on.before("controlDeliveries", DeliveryHandler::find);
        on.doc("controlDeliveries", DeliveryHandler::list);
        on.before("controlDelivery", call -> () -> new Found(List.of(require(call))));
        on.doc("controlDelivery", DeliveryHandler::one);
        on.before("controlDeliveryRepeat", DeliveryHandler::repeat);
        on.doc("controlDeliveryRepeat", DeliveryHandler::one);
        on.before("controlReplay", DeliveryHandler::replay);
        on.doc("controlReplay", DeliveryHandler::list);
        on.before("controlTrigger", DeliveryHandler::trigger);
        on.doc("controlTrigger", DeliveryHandler::one);
        on.doc("controlDeliveryFaults", call -> faults(call, SubscriptionHandler.require(call)));
        on.before("controlDeliveryFaultsSet", DeliveryHandler::setFaults);
        on.doc("controlDeliveryFaultsSet", call -> faults(call, SubscriptionHandler.require(call)));
    }

    private static Webhooks webhooks(Call call) {
        return call.ask(Installation.class).webhooks();
    }

    private static Supplier<Object> find(Call call) {
        Doc query = call.query();
        Stream<DeliveryLog.Entry> found = webhooks(call).log().of(call.account().id()).stream()
                .filter(entry -> fits(query, "subscription_id", entry.subscription()))
                .filter(entry -> fits(query, "event", entry.parcel().event()))
                .filter(entry -> fits(query, "verdict", entry.verdict().word()))
                .filter(entry -> fits(query, "cause", entry.parcel().cause().word()))
                .limit(query.number("limit"));
        List<DeliveryLog.Entry> entries = found.toList();
        return () -> new Found(entries);
    }

    private static boolean fits(Doc query, String name, String value) {
        return query.optionalText(name).filter(wanted -> !wanted.equals(value)).isEmpty();
    }

    private static DeliveryLog.Entry require(Call call) {
        return webhooks(call)
                .log()
                .find(call.account().id(), Long.parseLong(call.path("deliveryId")))
                .orElseThrow(() -> call.refuse("control-delivery-missing"));
    }

    private static Doc list(Call call) {
        return call.blank("DeliveryList")
                .put(
                        "deliveries",
                        call.prepared(Found.class).entries().stream()
                                .map(entry -> shown(call, entry))
                                .toList());
    }

    private static Doc one(Call call) {
        return shown(call, call.prepared(Found.class).entries().getFirst());
    }

    private static Doc shown(Call call, DeliveryLog.Entry entry) {
        Parcel parcel = entry.parcel();
        Doc shown = call.blank("Delivery")
                .put("delivery_id", Long.toString(entry.number()))
                .put("at", entry.at())
                .put("subscription_id", entry.subscription())
                .put("cause", parcel.cause().word())
                .put("event", parcel.event())
                .put("sequence", parcel.sequence())
                .put("attempt", parcel.attempt())
                .put("url", entry.url())
                .put("verdict", entry.verdict().word())
                .put("micros", entry.micros())
                .put("fault", entry.fault())
                .put("request_head", entry.head())
                .put("request_body", parcel.body());
        return switch (entry.outcome()) {
            case Outcome.Answered answer ->
                shown.put("status", answer.status())
                        .put("answer_head", answer.head())
                        .put("answer_body", new String(answer.body(), StandardCharsets.UTF_8));
            case Outcome.Failed failure -> shown.put("failure", failure.reason());
        };
    }

    private static Supplier<Object> repeat(Call call) {
        DeliveryLog.Entry entry = require(call);
        Subscription to = call.store()
                .find(WEBHOOK_SUBSCRIPTIONS, entry.subscription())
                .map(Subscription::new)
                .orElseThrow(() -> call.refuse("control-delivery-missing"));
        Parcel first = entry.parcel();
        String account = call.account().id();
        return () -> {
            String body = events(call, account, first.sequence() - 1, first.sequence() == 0 ? 0 : 1).stream()
                    .filter(event -> event.sequence() == first.sequence())
                    .map(OutboxEvent::body)
                    .findFirst()
                    .orElse(first.body());
            Parcel again = new Parcel(
                    Parcel.Cause.REDELIVERY, first.event(), first.sequence(), body, first.attempt() + 1, first.id());
            return new Found(List.of(webhooks(call).send(to, to.url(), again)));
        };
    }

    private static List<OutboxEvent> events(Call call, String account, long after, int most) {
        return call.ask(Installation.class).store().queues().events(account, after, most);
    }

    /** Sends stored events again; it stops where the receiver fails several times in a row. */
    private static Supplier<Object> replay(Call call) {
        Subscription to = new Subscription(SubscriptionHandler.require(call));
        Doc body = call.body();
        String url = body.text("url", to.url());
        return () -> {
            List<DeliveryLog.Entry> sent = new ArrayList<>();
            int failures = 0;
            for (OutboxEvent event : events(call, to.account(), body.number("after"), (int) body.number("limit"))) {
                if (failures == FAILURES_UNTIL_STOP) {
                    break;
                }
                if (event.sequence() <= body.number("up_to", Long.MAX_VALUE) && to.wants(event)) {
                    DeliveryLog.Entry entry = webhooks(call).send(to, url, parcel(to, event));
                    failures = entry.verdict() == Verdict.FAILED ? failures + 1 : 0;
                    sent.add(entry);
                }
            }
            return new Found(sent);
        };
    }

    private static Parcel parcel(Subscription to, OutboxEvent event) {
        return new Parcel(
                Parcel.Cause.REPLAY, event.name(), event.sequence(), event.body(), 1, to.id() + "/" + event.sequence());
    }

    private static Supplier<Object> trigger(Call call) {
        Subscription to = new Subscription(SubscriptionHandler.require(call));
        String name = call.body().text("event");
        Contract contract = call.ask(Installation.class).scope().contract();
        if (contract.events().get(name) == null
                || contract.event(name).message().isEmpty()) {
            throw call.refuse("control-subscription-event", "event", name);
        }
        Doc sample = EventSample.of(call, contract.event(name), call.body().optionalDoc("overrides"));
        Parcel parcel = new Parcel(
                Parcel.Cause.TRIGGER,
                name,
                0,
                Json.write(sample),
                1,
                to.id() + "/" + call.ids().next());
        return () -> new Found(List.of(webhooks(call).send(to, to.url(), parcel)));
    }

    private static Supplier<Object> setFaults(Call call) {
        Doc row = SubscriptionHandler.require(call);
        List<DeliveryFault> faults = call.body().docs("faults").stream()
                .map(fault -> new DeliveryFault(
                        DeliveryFault.Kind.of(fault.text("kind")),
                        fault.number("times", Long.MAX_VALUE),
                        fault.get("probability") instanceof Number share ? share.doubleValue() : 1,
                        fault.text("seed", "1"),
                        Duration.ofMillis(fault.number("delay_ms", 1000))))
                .toList();
        return () -> {
            webhooks(call).faults().set(row.id(), faults);
            return Bindings.DONE;
        };
    }

    private static Doc faults(Call call, Doc row) {
        return call.blank("DeliveryFaultList")
                .put(
                        "faults",
                        webhooks(call).faults().of(row.id()).stream()
                                .map(fault -> call.blank("DeliveryFault")
                                        .put("kind", fault.kind().word())
                                        .put("times", fault.times())
                                        .put("probability", fault.probability())
                                        .put("delay_ms", fault.delay().toMillis())
                                        .put("struck", fault.struck()))
                                .toList());
    }
}

package io.greenroom.server.webhooks;

import static io.greenroom.kernel.store.KernelTables.APPS;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_CURSORS;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_RETRIES;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_SUBSCRIPTIONS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.webhooks.Subscription;
import io.greenroom.kernel.webhooks.WebhookDues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The subscriptions of apps to events. */
public final class SubscriptionHandler {
    private static final Map<String, List<String>> NEEDED = Map.of(
            "none", List.of(),
            "basic", List.of("user", "password"),
            "header", List.of("header", "value"),
            "oauth", List.of("token_url", "client_id", "client_secret"));

    /**
     * What is known before the unit.
     *
     * @param row the subscription, whose secrets the endpoint may know already
     * @param newest the sequence of the account's newest event
     * @param validated whether the endpoint was validated
     */
    private record Prepared(Doc row, long newest, boolean validated) {}

    /** Binds the operations. */
    public void bind(Bindings on) {
        on.doc("controlSubscriptions", this::list);
        on.before("controlSubscriptionAdd", call -> {
            Doc draft = draft(call);
            return () -> prepare(call, draft, true);
        });
        on.doc("controlSubscriptionAdd", this::create);
        on.doc("controlSubscription", call -> shown(call, require(call)));
        on.before("controlSubscriptionChange", SubscriptionHandler::prepareChange);
        on.doc("controlSubscriptionChange", this::change);
        on.done("controlSubscriptionRemove", call -> call.store().delete(WEBHOOK_SUBSCRIPTIONS, require(call)));
    }

    private Doc list(Call call) {
        Doc app = app(call);
        return call.blank("SubscriptionList")
                .put(
                        "subscriptions",
                        call.store().in(WEBHOOK_SUBSCRIPTIONS).where("app_id", app.id()).list().stream()
                                .map(row -> shown(call, row))
                                .toList());
    }

    private static Doc app(Call call) {
        return call.store().find(APPS, call.path("clientId")).orElseThrow(() -> call.refuse("control-app-unknown"));
    }

    static Doc require(Call call) {
        Doc app = app(call);
        return call.store()
                .find(WEBHOOK_SUBSCRIPTIONS, call.path("subscriptionId"))
                .filter(row -> row.text("app_id").equals(app.id()))
                .orElseThrow(() -> call.refuse("control-subscription-missing"));
    }

    /** A new subscription, with an id and secrets, as it would be stored. */
    private static Doc draft(Call call) {
        Doc app = app(call);
        Doc row = call.blank(WEBHOOK_SUBSCRIPTIONS)
                .put("id", call.ids().next())
                .put("secret_token", call.ids().secret())
                .put("verification_token", call.ids().secret())
                .take(call.body())
                .put("account_id", call.account().id())
                .put("app_id", app.id())
                .put("created_at", call.second());
        check(call, row);
        return row;
    }

    private static void check(Call call, Doc row) {
        row.texts("events").stream()
                .filter(entry -> call.ask(Installation.class).scope().contract().events().keySet().stream()
                        .noneMatch(event -> Subscription.selects(entry, event)))
                .findFirst()
                .ifPresent(entry -> {
                    throw call.refuse("control-subscription-event", "event", entry);
                });
        row.texts("user_ids").stream()
                .filter(user -> call.identify("user", user).filter(user::equals).isEmpty())
                .findFirst()
                .ifPresent(user -> {
                    throw call.refuse("control-subscription-user", "user", user);
                });
        row.optionalDoc("credentials").ifPresent(own -> checkCredentials(call, own));
    }

    private static void checkCredentials(Call call, Doc own) {
        NEEDED.getOrDefault(own.text("kind"), List.of()).stream()
                .filter(field -> own.optionalText(field).isEmpty())
                .findFirst()
                .ifPresent(field -> {
                    throw call.refuse("control-subscription-credentials", "field", field);
                });
    }

    /** Checks the address and lets the endpoint answer a validation, outside of the unit. */
    private static Prepared prepare(Call call, Doc row, boolean changed) {
        Installation installation = call.ask(Installation.class);
        String url = row.text("url");
        installation.webhooks().refusal(url).ifPresent(reason -> {
            throw call.refuse("control-subscription-url", "url", url, "reason", reason);
        });
        row.optionalDoc("credentials")
                .flatMap(own -> own.optionalText("token_url"))
                .ifPresent(token -> installation.webhooks().refusal(token).ifPresent(reason -> {
                    throw call.refuse("control-subscription-url", "url", token, "reason", reason);
                }));
        boolean validated = changed && call.body().flag("validate");
        if (validated) {
            installation.webhooks().validate(new Subscription(row)).ifPresent(reason -> {
                throw call.refuse("control-endpoint-unvalidated", "url", url, "reason", reason);
            });
        }
        return new Prepared(
                row, installation.store().queues().lastSequence(call.account().id()), validated);
    }

    private Doc create(Call call) {
        Prepared prepared = call.prepared(Prepared.class);
        Doc row = prepared.row().copy();
        app(call);
        if (call.store()
                        .in(WEBHOOK_SUBSCRIPTIONS)
                        .where("app_id", row.text("app_id"))
                        .count()
                >= Subscription.MOST) {
            throw call.refuse("control-subscriptions-full");
        }
        if (prepared.validated()) {
            row.put("validated_at", call.now());
        }
        Doc stored = call.store().insert(WEBHOOK_SUBSCRIPTIONS, row);
        call.store()
                .insert(
                        WEBHOOK_CURSORS,
                        call.blank(WEBHOOK_CURSORS)
                                .put("id", row.id())
                                .put("subscription_id", row.id())
                                .put("after", prepared.newest()));
        if (prepared.validated()) {
            WebhookDues.scheduleValidation(call, row.id());
        }
        return shown(call, stored);
    }

    private static Supplier<Object> prepareChange(Call call) {
        Doc before = require(call);
        Doc row = before.copy().take(call.body());
        check(call, row);
        boolean moved = !row.text("url").equals(before.text("url")) || (row.flag("enabled") && !before.flag("enabled"));
        return () -> prepare(call, row, moved);
    }

    private Doc change(Call call) {
        Prepared prepared = call.prepared(Prepared.class);
        Doc row = require(call).copy().take(call.body());
        check(call, row);
        if (prepared.validated()) {
            row.put("validated_at", call.now()).put("validation_failures", 0);
            WebhookDues.scheduleValidation(call, row.id());
        }
        return shown(call, call.store().update(WEBHOOK_SUBSCRIPTIONS, row));
    }

    private static Doc shown(Call call, Doc row) {
        Optional<Doc> cursor = call.store().find(WEBHOOK_CURSORS, row.id());
        return call.as("ControlSubscription", row)
                .put("subscription_id", row.id())
                .put("after", cursor.map(found -> found.number("after")))
                .put("lost", cursor.map(found -> found.number("lost", 0)).orElse(0L))
                .put(
                        "retries",
                        call.store()
                                .in(WEBHOOK_RETRIES)
                                .where("subscription_id", row.id())
                                .count());
    }
}

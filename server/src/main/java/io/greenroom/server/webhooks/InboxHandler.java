package io.greenroom.server.webhooks;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.webhooks.Inbox;
import io.greenroom.kernel.webhooks.Inboxes;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The inboxes, which are no rows, so they are read and changed outside of units. */
public final class InboxHandler {
    /** The messages of one answer. */
    private record Found(List<Inbox.Message> messages) {}

    /** Binds the operations. */
    public void bind(Bindings on) {
        on.before("controlInboxMessages", InboxHandler::find);
        on.doc("controlInboxMessages", InboxHandler::list);
        on.before("controlInboxChange", call -> () -> {
            change(call);
            return Bindings.DONE;
        });
        on.done("controlInboxChange", done -> {});
        on.before("controlInboxRemove", call -> () -> {
            inboxes(call).remove(call.path("inbox"));
            return Bindings.DONE;
        });
        on.done("controlInboxRemove", done -> {});
    }

    private static Inboxes inboxes(Call call) {
        return call.ask(Installation.class).webhooks().inboxes();
    }

    private static Supplier<Object> find(Call call) {
        Doc query = call.query();
        return () -> new Found(inboxes(call)
                .named(call.path("inbox"))
                .await(
                        query.optionalText("event"),
                        query.number("after"),
                        (int) query.number("least"),
                        Duration.ofSeconds(query.number("wait"))));
    }

    private static Doc list(Call call) {
        return call.blank("InboxMessageList")
                .put(
                        "messages",
                        call.prepared(Found.class).messages().stream()
                                .map(message -> call.blank("InboxMessage")
                                        .put("number", message.number())
                                        .put("at", message.at())
                                        .put("event", message.event())
                                        .put("request_id", message.requestId())
                                        .put("signed", message.signed())
                                        .put("status", message.status())
                                        .put("body", message.body()))
                                .toList());
    }

    private static void change(Call call) {
        Doc body = call.body();
        Inbox inbox = inboxes(call).named(call.path("inbox"));
        body.optionalText("secret_token").ifPresent(inbox::trust);
        inbox.behave(new Inbox.Behaviour(
                body.number("times"),
                (int) body.number("status"),
                Duration.ofMillis(body.number("delay_ms")),
                body.flag("silent")));
    }
}

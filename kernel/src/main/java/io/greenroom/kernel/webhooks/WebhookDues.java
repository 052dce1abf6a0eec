package io.greenroom.kernel.webhooks;

import static io.greenroom.kernel.store.KernelTables.WEBHOOK_RETRIES;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_SUBSCRIPTIONS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import java.time.Duration;

/**
 * What falls due for webhooks, by the clocks of accounts. A unit must not wait for an endpoint, so that it only marks
 * what is to be sent.
 */
public final class WebhookDues {
    static final String RETRY = "webhook-retry";
    static final String VALIDATION = "webhook-validation";

    /** The time between two validations of an endpoint. */
    static final Duration VALIDATED_FOR = Duration.ofDays(3);

    private WebhookDues() {}

    /** Binds the listeners. */
    public static void bind(Bindings on) {
        on.due(RETRY, WebhookDues::retry);
        on.due(VALIDATION, WebhookDues::validate);
    }

    /** Schedules the next validation of a subscription's endpoint. */
    public static void scheduleValidation(Call call, String subscription) {
        call.later(VALIDATION, subscription, call.now().plus(VALIDATED_FOR));
    }

    /** The key of the row of a validation that is due. */
    static String validation(String subscription) {
        return subscription + ".validation";
    }

    private static void retry(Call call, String id) {
        call.store().find(WEBHOOK_RETRIES, id).ifPresent(row -> call.store()
                .update(WEBHOOK_RETRIES, row.copy().put("ready", true)));
    }

    private static void validate(Call call, String id) {
        boolean wanted = call.store()
                        .find(WEBHOOK_SUBSCRIPTIONS, id)
                        .filter(row -> row.flag("enabled"))
                        .isPresent()
                && call.store().find(WEBHOOK_RETRIES, validation(id)).isEmpty();
        if (wanted) {
            call.store()
                    .insert(
                            WEBHOOK_RETRIES,
                            call.blank(WEBHOOK_RETRIES)
                                    .put("id", validation(id))
                                    .put("subscription_id", id)
                                    .put("account_id", call.account().id())
                                    .put("sequence", 0)
                                    .put("event", Validation.EVENT)
                                    .put("body", "")
                                    .put("attempts", 0)
                                    .put("ready", true));
        }
    }
}

package io.greenroom.kernel.webhooks;

import static io.greenroom.kernel.store.KernelTables.ACCOUNTS;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_RETRIES;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_SUBSCRIPTIONS;

import io.greenroom.contract.EventOrigin;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.EndpointUnvalidated;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.outbound.Outcome;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Validates endpoints: the answer to {@code endpoint.url_validation} must contain the plain token and its HMAC. Threads
 * may share it.
 */
final class Validation {
    static final String EVENT = "endpoint.url_validation";

    private static final int OK = 200;
    private static final int FAILURES_UNTIL_DISABLED = 6;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Store store;
    private final CallScope scope;
    private final Sender sender;

    Validation(Store store, CallScope scope, Sender sender) {
        this.store = store;
        this.scope = scope;
        this.sender = sender;
    }

    /** Sends a validation; the answer is what is wrong with the reply, or empty. */
    Optional<String> fault(Subscription to) {
        String token = scope.ids().secret();
        String body = "{\"event\":\"" + EVENT + "\",\"event_ts\":"
                + scope.clock().now().toEpochMilli() + ",\"payload\":{\"plainToken\":\"" + token + "\"}}";
        Parcel parcel = new Parcel(Parcel.Cause.VALIDATION, EVENT, 0, body, 1, to.id() + "/" + token);
        return switch (sender.send(to, to.url(), parcel).outcome()) {
            case Outcome.Failed failed -> Optional.of(failed.reason());
            case Outcome.Answered answer when answer.status() != OK -> Optional.of("it answers " + answer.status());
            case Outcome.Answered answer -> fault(answer, to.secret(), token);
        };
    }

    private static Optional<String> fault(Outcome.Answered answer, String secret, String token) {
        try {
            Doc reply = Json.readRequest(body(answer));
            if (!(reply.get("plainToken") instanceof String plain) || !plain.equals(token)) {
                return Optional.of("the answer does not contain the plainToken");
            }
            return reply.get("encryptedToken") instanceof String encrypted
                            && Secrets.same(Signature.encrypted(secret, token), encrypted)
                    ? Optional.empty()
                    : Optional.of("the encryptedToken is wrong");
        } catch (Json.Malformed | IOException e) {
            return Optional.of("the answer is no JSON object");
        }
    }

    private static byte[] body(Outcome.Answered answer) throws IOException {
        if (!answer.head().toLowerCase(Locale.ROOT).contains("content-encoding: gzip")) {
            return answer.body();
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return in.readNBytes(LONGEST_ANSWER);
        }
    }

    /** Validates an endpoint whose validation is due, and stores the outcome. */
    void repeat(Subscription to, Doc due) {
        Optional<String> fault = fault(to);
        store.write(to.account(), unit -> {
            unit.find(WEBHOOK_RETRIES, due.id()).ifPresent(row -> unit.delete(WEBHOOK_RETRIES, row));
            Optional<Doc> account = unit.find(ACCOUNTS, to.account());
            account.ifPresent(scope.clock()::follow);
            Optional<Doc> row = unit.find(WEBHOOK_SUBSCRIPTIONS, to.id());
            if (account.isPresent() && row.isPresent()) {
                store(scope.internal(unit, account.get(), EventOrigin.JOB), row.get(), fault);
            }
            return row;
        });
    }

    private static void store(Call call, Doc row, Optional<String> fault) {
        Transaction unit = call.store();
        if (fault.isEmpty()) {
            unit.update(
                    WEBHOOK_SUBSCRIPTIONS,
                    row.copy().put("validated_at", call.now()).put("validation_failures", 0));
            WebhookDues.scheduleValidation(call, row.id());
            return;
        }
        int failures = (int) row.number("validation_failures", 0) + 1;
        boolean disabled = failures >= FAILURES_UNTIL_DISABLED;
        unit.update(
                WEBHOOK_SUBSCRIPTIONS,
                row.copy().put("validation_failures", failures).put("enabled", !disabled));
        if (!disabled) {
            WebhookDues.scheduleValidation(call, row.id());
        }
        if (failures % 2 == 0) {
            call.publish(new EndpointUnvalidated(row, failures, fault.get(), disabled));
        }
    }
}

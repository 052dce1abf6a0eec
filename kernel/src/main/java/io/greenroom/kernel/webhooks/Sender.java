package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.outbound.Line;
import io.greenroom.kernel.outbound.Outbound;
import io.greenroom.kernel.outbound.Outcome;
import io.greenroom.kernel.outbound.Target;
import io.greenroom.kernel.webhooks.DeliveryFault.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Sends parcels to the endpoints of subscriptions, and logs each attempt. Threads may share it. */
final class Sender {
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final Set<Kind> CHANGING =
            Set.of(Kind.DUPLICATE, Kind.WRONG_SIGNATURE, Kind.STALE_TIMESTAMP, Kind.TRUNCATED_BODY);

    private final Outbound outbound;
    private final Credentials credentials;
    private final Clock clock;
    private final DeliveryLog log;
    private final DeliveryFaults faults;

    Sender(Outbound outbound, Clock clock, DeliveryLog log, DeliveryFaults faults) {
        this.outbound = outbound;
        this.credentials = new Credentials(outbound, clock);
        this.clock = clock;
        this.log = log;
        this.faults = faults;
    }

    /** Sends a parcel to a subscription's endpoint, with its faults. */
    DeliveryLog.Entry send(Subscription to, Parcel parcel, Line line, boolean doubtful) {
        Optional<Kind> fault = faults.strike(to.id(), CHANGING).map(DeliveryFault::kind);
        DeliveryLog.Entry sent = send(to, to.url(), parcel, line, doubtful, fault);
        return fault.equals(Optional.of(Kind.DUPLICATE)) ? send(to, to.url(), parcel, line, doubtful, fault) : sent;
    }

    /** Sends a parcel of a subscription to a URL, with no fault. */
    DeliveryLog.Entry send(Subscription to, String url, Parcel parcel) {
        try (Line line = new Line()) {
            return send(to, url, parcel, line, true, Optional.empty());
        }
    }

    /** Logs a parcel that a fault drops. */
    void drop(Subscription to, Parcel parcel) {
        Outcome none = new Outcome.Failed(Outcome.Kind.REFUSED, "dropped by a fault");
        log.add(
                to.account(),
                new DeliveryLog.Entry(
                        0, clock.now(), to.id(), to.url(), parcel, "", none, 0, Verdict.DROPPED, Kind.DROP.word()));
    }

    private DeliveryLog.Entry send(
            Subscription to, String url, Parcel parcel, Line line, boolean doubtful, Optional<Kind> fault) {
        Instant at = clock.now();
        long started = clock.stopwatchNanos();
        Optional<Target> target = Target.parse(url);
        Optional<Map<String, String>> own = credentials.headers(to);
        Outcome outcome;
        String head = "";
        if (target.isEmpty()) {
            outcome = new Outcome.Failed(Outcome.Kind.REFUSED, "the URL is none of http or https");
        } else if (own.isEmpty()) {
            outcome = new Outcome.Failed(Outcome.Kind.UNREACHABLE, "the token URL issued no token");
        } else {
            Outbound.Message message = message(to, target.get(), parcel, own.get(), fault);
            head = message.head();
            outcome = outbound.post(line, message, doubtful);
        }
        long micros = TimeUnit.NANOSECONDS.toMicros(clock.stopwatchNanos() - started);
        return log.add(
                to.account(),
                new DeliveryLog.Entry(
                        0,
                        at,
                        to.id(),
                        url,
                        parcel,
                        head,
                        outcome,
                        micros,
                        Verdict.of(outcome),
                        fault.map(Kind::word).orElse("")));
    }

    /**
     * The timestamp is the system's time even when the account's clock is moved: receivers compare it with their own.
     */
    private Outbound.Message message(
            Subscription to, Target target, Parcel parcel, Map<String, String> own, Optional<Kind> fault) {
        byte[] body = parcel.body().getBytes(StandardCharsets.UTF_8);
        Kind kind = fault.orElse(Kind.DUPLICATE);
        Instant stamped = kind == Kind.STALE_TIMESTAMP ? clock.now().minus(STALE) : clock.now();
        long timestamp = stamped.getEpochSecond();
        String secret = kind == Kind.WRONG_SIGNATURE ? to.secret() + "?" : to.secret();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("user-agent", "Zoom Marketplace/1.0a");
        headers.put("accept-encoding", "gzip");
        headers.putAll(own);
        headers.put("clientid", to.app());
        headers.put("x-zm-request-timestamp", Long.toString(timestamp));
        headers.put("x-zm-signature", Signature.of(secret, timestamp, body));
        headers.put("x-zm-request-id", parcel.requestId());
        headers.put("x-zm-trackingid", parcel.trackingId());
        headers.put("traceparent", parcel.traceParent());
        headers.put("zm-trace-upstream", "Meeting_Web_marketplace-consumer");
        byte[] sent = kind == Kind.TRUNCATED_BODY ? Arrays.copyOf(body, body.length / 2) : body;
        return new Outbound.Message(target, headers, sent);
    }
}

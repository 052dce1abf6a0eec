package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An event on its way to an endpoint.
 *
 * @param cause why it is sent
 * @param event its name
 * @param sequence in the outbox, 0 for what is not there
 * @param body its bytes as text
 * @param attempt the number of the attempt, from 1
 * @param id what the ids of its requests are made from: all its attempts carry the same request id
 */
public record Parcel(Cause cause, String event, long sequence, String body, int attempt, String id) {
    /** Events of participants carry tracking ids of another form. */
    private static final String PARTICIPANT = ".participant_";

    /** Why something is sent. */
    public enum Cause {
        EVENT,
        RETRY,
        VALIDATION,
        TRIGGER,
        REDELIVERY,
        REPLAY;

        /** Its name in the control API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Parcel of(Subscription to, OutboxEvent event, Cause cause) {
        return new Parcel(cause, event.name(), event.sequence(), event.body(), 1, id(to, event.sequence()));
    }

    static String id(Subscription to, long sequence) {
        return to.id() + "/" + sequence;
    }

    /** The value of {@code x-zm-request-id}: 8, 4, 4, 4 and 12 hexadecimal digits. */
    String requestId() {
        return parted(digest("request", id), "_");
    }

    String trackingId() {
        String digits = digest("tracking", id + "/" + attempt);
        return event.contains(PARTICIPANT)
                ? "EventService_" + parted(digits, "-").toUpperCase(Locale.ROOT) + "_3"
                : "v=2.0;clid=us02;rid=WEB_" + digits;
    }

    String traceParent() {
        return "00-" + digest("trace", id) + "-"
                + digest("span", id + "/" + attempt).substring(0, 16) + "-02";
    }

    private static String parted(String digits, String separator) {
        return String.join(
                separator,
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }

    /** 32 hexadecimal digits. */
    private static String digest(String purpose, String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256")
                    .digest((purpose + " " + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new ContractViolation("SHA-256 is part of every JDK", e);
        }
    }
}

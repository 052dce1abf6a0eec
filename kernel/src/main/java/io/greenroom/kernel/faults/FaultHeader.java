package io.greenroom.kernel.faults;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header that makes one request fail: {@code status=503; delay_ms=200}, {@code failure=rate-per-day}. */
final class FaultHeader {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*;\\s*");
    private static final Pattern STATUS = Pattern.compile("[45][0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern CONNECTION = Pattern.compile("silent|reset|cut");
    private static final Pattern DAMAGE = Pattern.compile("empty|malformed|content_type");
    private static final int MOST_DELAY = 600_000;

    private final Contract contract;
    private final Doc effect = new Doc(Schema.anyObject());
    private final Doc answer = new Doc(Schema.anyObject());

    private FaultHeader(Contract contract) {
        this.contract = contract;
    }

    /** The effect that a header orders; empty if it is no valid order. */
    static Optional<Doc> read(String header, Contract contract) {
        FaultHeader reader = new FaultHeader(contract);
        for (String pair : SEPARATOR.split(header.strip())) {
            int equals = pair.indexOf('=');
            if (equals < 0
                    || !reader.read(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip())) {
                return Optional.empty();
            }
        }
        return Optional.of(reader.effect());
    }

    private Doc effect() {
        return answer.names().isEmpty() ? effect : effect.put("answer", answer);
    }

    private boolean read(String name, String value) {
        return switch (name) {
            case "status" -> number(answer, name, value, STATUS);
            case "code" -> number(answer, name, value, NUMBER);
            case "message" -> put(answer, name, value, !value.isEmpty());
            case "failure" -> put(answer, name, value, contract.failures().containsKey(value));
            case "delay_ms" ->
                NUMBER.matcher(value).matches()
                        && Integer.parseInt(value) <= MOST_DELAY
                        && number(effect, name, value, NUMBER);
            case "connection" ->
                put(effect, name, value, CONNECTION.matcher(value).matches());
            case "damage" -> put(effect, name, value, DAMAGE.matcher(value).matches());
            case "done" -> put(effect, name, value.equals("true"), value.equals("true") || value.equals("false"));
            default -> false;
        };
    }

    private static boolean number(Doc target, String name, String value, Pattern form) {
        return form.matcher(value).matches() && put(target, name, Long.parseLong(value), true);
    }

    private static boolean put(Doc target, String name, Object value, boolean valid) {
        if (valid) {
            target.put(name, value);
        }
        return valid;
    }
}

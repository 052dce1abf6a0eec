package io.greenroom.contract;

import java.util.Map;
import java.util.Optional;

/**
 * A declared failure: the response to a refused request.
 *
 * @param name kebab-case, used by the code
 * @param status the HTTP status
 * @param code the API's own number in the body
 * @param message the API's words, with {@code {placeholders}} for values of the request
 * @param extra further fields of the body with their values, beside code and message
 * @param everywhere whether the road may answer it for any operation, declared or not
 * @param variantOf the general failure that code refuses with, if this one is an operation's own variant of it
 */
public record Failure(
        String name,
        int status,
        int code,
        String message,
        Map<String, Object> extra,
        boolean everywhere,
        Optional<String> variantOf) {

    /** A failure without optional parts. */
    public Failure(String name, int status, int code, String message) {
        this(name, status, code, message, Map.of(), false, Optional.empty());
    }

    /** The name that code refuses with: its own, or that of the general failure of which it is a variant. */
    public String general() {
        return variantOf.orElse(name);
    }

    /** The message with the placeholders replaced that {@code values} contains. */
    public String message(Map<String, String> values) {
        if (message.indexOf('{') < 0) {
            return message;
        }
        String filled = message;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}

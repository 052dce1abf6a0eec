package io.greenroom.contract;

import java.util.Map;
import java.util.Optional;

/**
 * A refusal that the contract declares: what a caller sees when it happens.
 *
 * @param name kebab-case, how the code refers to it
 * @param status the HTTP status
 * @param code the API's own number in the body
 * @param message the API's words, with {@code {placeholders}} for values of the request
 * @param extra further fields of the body with their values, beside code and message
 * @param everywhere whether the road may answer it for any operation, declared or not
 * @param variantOf the general failure that code refuses with, where this one says the same in words of its own
 */
public record Failure(
        String name,
        int status,
        int code,
        String message,
        Map<String, Object> extra,
        boolean everywhere,
        Optional<String> variantOf) {

    /** A failure with nothing special. */
    public Failure(String name, int status, int code, String message) {
        this(name, status, code, message, Map.of(), false, Optional.empty());
    }

    /** The name that code refuses with: its own, or that of the failure of which it is a variant. */
    public String general() {
        return variantOf.orElse(name);
    }

    /** The message with each {@code {placeholder}} replaced that {@code values} knows. */
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

package io.greenroom.contract;

import java.util.Map;

/**
 * A refusal that the contract declares: what a caller sees when it happens.
 *
 * @param name kebab-case, how the code refers to it
 * @param status the HTTP status
 * @param code the API's own number in the body
 * @param message the API's words, with {@code {placeholders}} for values of the request
 * @param everywhere whether the road may answer it for any operation, declared or not
 */
public record Failure(String name, int status, int code, String message, boolean everywhere) {

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

package io.greenroom.contract;

/**
 * A group of operations that the API's documentation presents together.
 *
 * @param title as the vendor writes it, such as {@code Phone Call Queues}
 * @param summary one sentence of our own
 * @param fault the text of an invalid value's entry in {@code errors}, with {@code {field}} for the field's name
 */
public record Group(String title, String summary, String fault) {
    /** The text in groups that have none of their own. */
    public static final String FAULT = "Invalid field.";
}

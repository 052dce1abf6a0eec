package io.greenroom.contract;

/**
 * A group of operations that the API's documentation presents together.
 *
 * @param title as the vendor writes it, such as {@code Phone Call Queues}
 * @param summary one sentence of our own
 */
public record Group(String title, String summary) {}

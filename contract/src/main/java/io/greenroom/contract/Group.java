package io.greenroom.contract;

/**
 * A part of the API that its documentation treats as one.
 *
 * @param title as the vendor writes it, such as {@code Phone Call Queues}
 * @param summary one sentence of our own
 */
public record Group(String title, String summary) {}

package io.greenroom.contract;

/**
 * How a list is cut into pages.
 *
 * @param items the key of the answer's array
 * @param byToken whether {@code next_page_token} leads on
 * @param byNumber whether {@code page_number} selects a page
 * @param size the default of {@code page_size}
 * @param max the largest {@code page_size}; a larger one is cut down to it
 */
public record Paging(String items, boolean byToken, boolean byNumber, int size, int max) {}

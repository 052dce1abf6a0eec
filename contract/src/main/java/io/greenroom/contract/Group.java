package io.greenroom.contract;

import java.util.Locale;

/**
 * A part of the API that its documentation treats as one.
 *
 * @param title as the vendor writes it, such as {@code Phone Call Queues}
 * @param summary one sentence of our own
 */
public record Group(String title, String summary) {

    /** The name of the group's package, contract file and documentation page: the title's letters in lower case. */
    public String packageName() {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}

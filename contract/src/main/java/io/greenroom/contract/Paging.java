package io.greenroom.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * How a list is paged.
 *
 * @param items the key of the answer's array, dotted when it is in an object of the answer
 * @param byToken whether {@code next_page_token} selects a page
 * @param byNumber whether {@code page_number} selects a page
 * @param size the default of {@code page_size}
 * @param max the largest {@code page_size}; a larger one is reduced to it
 */
public record Paging(String items, boolean byToken, boolean byNumber, int size, int max) {

    /** The dotted name of the answer's object that holds the array, empty if that is the answer itself. */
    public String envelope() {
        return items.substring(0, Math.max(0, items.lastIndexOf('.')));
    }

    /** The array's key in its object. */
    public String key() {
        return items.substring(items.lastIndexOf('.') + 1);
    }

    /** The query parameters that it adds to its operation. */
    public List<Property> parameters() {
        List<Property> parameters = new ArrayList<>();
        parameters.add(
                parameter("page_size", Schema.wholeNumber(1, max, size), "Maximum number of items on a page", true));
        if (byNumber) {
            parameters.add(parameter(
                    "page_number", Schema.wholeNumber(1, 1_000_000_000, 1), "Number of the page, from 1", true));
        }
        if (byToken) {
            parameters.add(parameter(
                    "next_page_token", Schema.text(4096), "Token of the next page; valid for 15 minutes", false));
        }
        return parameters;
    }

    private static Property parameter(String name, Schema schema, String description, boolean lenient) {
        return new Property(name, schema, description, false, false, false, lenient, null, null, null, null, null);
    }
}

package io.greenroom.parts.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that somebody gives to a thing.
 *
 * @param text as it is kept: without the blanks around it, invisible ones among them
 */
public record Name(String text) {
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{C}]+|[\\s\\p{Z}\\p{C}]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** The name that a text is. */
    public static Name of(String given) {
        return new Name(AROUND.matcher(given).replaceAll(""));
    }

    /** Whether nothing of it can be seen. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The same for all names that people read as one: whatever the case, the composition of letters and the blanks. */
    public String key() {
        String spaced = BLANKS.matcher(text).replaceAll(" ");
        // By way of capital letters, since some small ones have no capital of their own: ß is SS, and so ss.
        String lower = spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFC);
    }
}

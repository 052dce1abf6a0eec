package io.greenroom.parts.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that a user gives to an object.
 *
 * @param text stripped of blanks and invisible characters at both ends
 */
public record Name(String text) {
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{C}]+|[\\s\\p{Z}\\p{C}]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** Strips a text to a name. */
    public static Name of(String given) {
        return new Name(AROUND.matcher(given).replaceAll(""));
    }

    /** Whether it has no visible character. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /**
     * Equal for names that read the same: ignores case, the composition of letters and the kind and number of blanks.
     */
    public String key() {
        String spaced = BLANKS.matcher(text).replaceAll(" ");
        // Upper case first, because some small letters have no capital of their own: ß becomes SS, and then ss.
        String lower = spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFC);
    }
}

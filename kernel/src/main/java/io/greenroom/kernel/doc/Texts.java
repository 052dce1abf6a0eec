package io.greenroom.kernel.doc;

/** Texts that the store can keep, and their truncation. Lengths are in characters, as the contract counts them. */
public final class Texts {
    private Texts() {}

    /** Whether a text has neither NUL, which PostgreSQL refuses, nor half of a surrogate pair. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The beginning of a text; never ends within a surrogate pair. */
    public static String cut(String text, int characters) {
        return text.length() <= characters || text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    /** A text, or its beginning with three dots behind it when it is longer. */
    public static String abbreviate(String text, int characters) {
        String beginning = cut(text, characters);
        return beginning.length() == text.length() ? text : beginning + "...";
    }
}

package io.greenroom.kernel.http.file;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the entity tags of a request with a file's (RFC 9110 section 8.8.3). */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    private EntityTags() {}

    /** Whether a list names the tag, or any by {@code *}; a weak tag is then as good. */
    static boolean matchWeakly(List<String> values, String tag) {
        return match(values, tag, true);
    }

    /** Whether a list names the tag as a strong one, or any by {@code *}. */
    static boolean matchStrongly(List<String> values, String tag) {
        return match(values, tag, false);
    }

    private static boolean match(List<String> values, String tag, boolean weakly) {
        for (String value : values) {
            if (value.strip().equals("*")) {
                return true;
            }
            Matcher named = TAG.matcher(value);
            while (named.find()) {
                if (named.group(2).equals(tag) && (weakly || named.group(1) == null)) {
                    return true;
                }
            }
        }
        return false;
    }
}

package io.greenroom.parts.emails;

import java.util.List;
import java.util.Locale;

/**
 * An e-mail address.
 *
 * @param text as written in a request
 */
public record EmailAddress(String text) {

    /** The address in lower case. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    public String domain() {
        return key().substring(key().lastIndexOf('@') + 1);
    }

    /** The part before the {@code @}, in lower case. */
    public String mailbox() {
        return key().substring(0, Math.max(0, key().lastIndexOf('@')));
    }

    public boolean isIn(List<String> domains) {
        return domains.stream().anyMatch(domain()::equalsIgnoreCase);
    }

    /** Whether a text names a user by e-mail address and not by id. */
    public static boolean isOne(String text) {
        return text.indexOf('@') > 0;
    }
}

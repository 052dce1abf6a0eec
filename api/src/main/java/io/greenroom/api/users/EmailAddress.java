package io.greenroom.api.users;

import java.util.List;
import java.util.Locale;

/**
 * An e-mail address.
 *
 * @param text as somebody wrote it
 */
record EmailAddress(String text) {

    /** The same for all spellings of one address. */
    String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    String domain() {
        return key().substring(key().lastIndexOf('@') + 1);
    }

    /** What stands before the domain. */
    String mailbox() {
        return key().substring(0, Math.max(0, key().lastIndexOf('@')));
    }

    boolean isIn(List<String> domains) {
        return domains.stream().anyMatch(domain()::equalsIgnoreCase);
    }

    /** Whether a text names a user by e-mail address and not by id. */
    static boolean isOne(String text) {
        return text.indexOf('@') > 0;
    }
}

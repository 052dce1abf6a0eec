package io.greenroom.live.plan;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person of a script.
 *
 * @param key the name by which steps mean the person
 * @param name shown to others
 * @param fields what the person joins with, and other fields of the entry
 */
public record Person(String key, String name, Node fields) {
    private static final Pattern UNUSUAL = Pattern.compile("[^a-z0-9.]");
    private static final int LONGEST = 60;
    private static final String DOMAIN = "@people.example";

    /** The word for the host of the meeting or webinar. */
    public static final String HOST = "host";

    /** The word for all that are in the session. */
    public static final String ALL = "all";

    /** The word for all that are in the waiting room. */
    public static final String WAITING = "waiting";

    /** The address of the person: that of the entry, or one that no other person of the script has. */
    public String email() {
        String plain = UNUSUAL.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("-");
        String mailbox =
                plain.equals(key.toLowerCase(Locale.ROOT)) ? plain : plain + "-" + Integer.toHexString(key.hashCode());
        return fields.text("email").orElse(mailbox.substring(Math.max(0, mailbox.length() - LONGEST)) + DOMAIN);
    }
}

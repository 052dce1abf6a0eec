package io.greenroom.live.plan;

/**
 * A person of a script.
 *
 * @param key the name by which steps mean the person
 * @param name shown to others
 * @param fields what the person joins with, and other fields of the entry
 */
public record Person(String key, String name, Node fields) {
    /** The word for the host of the meeting or webinar. */
    public static final String HOST = "host";

    /** The word for all that are in the session. */
    public static final String ALL = "all";

    /** The word for all that are in the waiting room. */
    public static final String WAITING = "waiting";
}

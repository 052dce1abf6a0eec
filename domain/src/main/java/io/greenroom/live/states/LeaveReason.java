package io.greenroom.live.states;

import java.util.Locale;

/** Why a stay or a session ended. */
public enum LeaveReason {
    LEFT,
    REMOVED,
    NETWORK,
    CRASH,
    /** The session ended. */
    ENDED,
    /** The person was moved to the waiting room. */
    MOVED,
    TIME_LIMIT,
    OTHER_DEVICE;

    /** Its name in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with a name. */
    public static LeaveReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

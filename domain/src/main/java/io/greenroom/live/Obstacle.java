package io.greenroom.live;

import java.util.Locale;

/** Why a command in a session is refused. */
public enum Obstacle {
    NOT_RUNNING,
    /** The person is not in the meeting. */
    NOT_INSIDE,
    /** The role or the host's settings do not permit it. */
    NOT_ALLOWED,
    /** A person shares already, and the host's settings do not permit others to take over. */
    SHARED_ALREADY,
    /** The host's settings disable it. */
    DISABLED,
    /** It is so already. */
    DONE_ALREADY,
    /** There is nothing to stop, pause, answer or vote for. */
    NOTHING_THERE,
    /** The live stream has no address. */
    UNSET,
    TOO_SOON,
    /** The session or the thing has as many entries as it may. */
    TOO_MANY,
    /** An answer that the poll does not have. */
    WRONG_ANSWER;

    /** Its name in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

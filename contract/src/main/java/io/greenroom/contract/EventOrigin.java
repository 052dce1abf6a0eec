package io.greenroom.contract;

import java.util.Locale;

/** What causes an event. */
public enum EventOrigin {
    /** An operation of the API that lists the event. */
    OPERATION,
    /** A meeting or webinar in progress, or a user's client. */
    SESSION,
    /** A telephone call in progress. */
    CALL,
    /** Scheduled work, such as the end of a presence status. */
    JOB,
    /** The control API, which replaces the web portal and the marketplace, or the authorization server. */
    CONTROL;

    /** Its name in the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

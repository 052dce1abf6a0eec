package io.greenroom.live.states;

import io.greenroom.kernel.doc.Doc;
import java.util.Locale;

/** Where a session stands. */
public enum SessionState {
    /** People wait for the host. */
    COMING,
    /** The panelists of a webinar rehearse. */
    PRACTICE,
    LIVE,
    /** Its people leave in batches; it takes no more people. */
    ENDING,
    ENDED;

    /** Its name in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a session is in this state. */
    public boolean isOf(Doc session) {
        return of(session) == this;
    }

    /** The state of a session. */
    public static SessionState of(Doc session) {
        return valueOf(session.text("state").toUpperCase(Locale.ROOT));
    }
}

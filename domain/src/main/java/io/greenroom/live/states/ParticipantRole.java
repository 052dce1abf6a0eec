package io.greenroom.live.states;

import io.greenroom.kernel.doc.Doc;
import java.util.Locale;

/** What a person is in a session. */
public enum ParticipantRole {
    HOST,
    CO_HOST,
    PARTICIPANT,
    PANELIST,
    ATTENDEE;

    /** Its name in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a stay. */
    public static ParticipantRole of(Doc stay) {
        return valueOf(stay.text("role").toUpperCase(Locale.ROOT));
    }

    /** Whether a stay has this role. */
    public boolean isOf(Doc stay) {
        return of(stay) == this;
    }
}

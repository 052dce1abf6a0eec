package io.greenroom.api.users;

import io.greenroom.kernel.doc.Doc;
import java.util.Arrays;
import java.util.Optional;

/** Whether a user is available. The first three are the user's own choice, clients set the others. */
enum Presence {
    AVAILABLE("Available"),
    AWAY("Away"),
    DO_NOT_DISTURB("Do_Not_Disturb"),
    IN_CALENDAR_EVENT("In_Calendar_Event"),
    PRESENTING("Presenting"),
    IN_A_MEETING("In_A_Zoom_Meeting"),
    ON_A_CALL("On_A_Call");

    private static final String OFFLINE = "Offline";
    private static final String MISSPELT = "Do_No_Disturb";

    private final String text;

    Presence(String text) {
        this.text = text;
    }

    /** The presence of that name; the published enum misspells one, and both spellings are in use. */
    static Optional<Presence> of(String name) {
        return Arrays.stream(values())
                .filter(presence -> presence.text.equals(name.equals(MISSPELT) ? DO_NOT_DISTURB.text : name))
                .findFirst();
    }

    /** What a user's contacts see: whether they are there, free, away, or busy with whatever it is. */
    static String seen(Doc user) {
        if (!user.flag("signed_in")) {
            return OFFLINE;
        }
        Presence presence = of(user.text("presence_status", "")).orElse(AVAILABLE);
        return presence.isChosen() ? presence.text : DO_NOT_DISTURB.text;
    }

    /** As the API spells it. */
    String text() {
        return text;
    }

    /** Whether a request may change this presence into another. */
    boolean mayBecome(Presence wanted) {
        return isChosen() && wanted.isChosen();
    }

    private boolean isChosen() {
        return switch (this) {
            case AVAILABLE, AWAY, DO_NOT_DISTURB -> true;
            case IN_CALENDAR_EVENT, PRESENTING, IN_A_MEETING, ON_A_CALL -> false;
        };
    }
}

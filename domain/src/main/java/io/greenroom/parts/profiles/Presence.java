package io.greenroom.parts.profiles;

import io.greenroom.kernel.doc.Doc;
import java.util.Arrays;
import java.util.Optional;

/** The presence statuses. Users choose among the first three; clients set the others. */
public enum Presence {
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
    public static Optional<Presence> of(String name) {
        return Arrays.stream(values())
                .filter(presence -> presence.text.equals(name.equals(MISSPELT) ? DO_NOT_DISTURB.text : name))
                .findFirst();
    }

    /** A user's presence as their contacts see it: in one of the words of {@code ContactPresence}. */
    public static String seen(Doc user) {
        if (!user.flag("signed_in")) {
            return OFFLINE;
        }
        Presence presence = of(user.text("presence_status", "")).orElse(AVAILABLE);
        return presence.isChosen() ? presence.text : DO_NOT_DISTURB.text;
    }

    /** As the API spells it. */
    public String text() {
        return text;
    }

    /** Whether a request may change this presence into another. */
    public boolean mayBecome(Presence wanted) {
        return isChosen() && wanted.isChosen();
    }

    private boolean isChosen() {
        return switch (this) {
            case AVAILABLE, AWAY, DO_NOT_DISTURB -> true;
            case IN_CALENDAR_EVENT, PRESENTING, IN_A_MEETING, ON_A_CALL -> false;
        };
    }
}

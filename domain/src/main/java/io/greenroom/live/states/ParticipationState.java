package io.greenroom.live.states;

import io.greenroom.kernel.doc.Doc;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the stay of a person stands. */
public enum ParticipationState {
    WAITING_FOR_HOST,
    WAITING_FOR_BROADCAST,
    WAITING_ROOM,
    IN_MEETING,
    LEFT;

    /** The states of people who wait. */
    public static final List<ParticipationState> WAITING =
            List.of(WAITING_ROOM, WAITING_FOR_HOST, WAITING_FOR_BROADCAST);

    /** Its name in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a stay. */
    public static ParticipationState of(Doc stay) {
        return valueOf(stay.text("state").toUpperCase(Locale.ROOT));
    }

    /** Whether a stay is in this state. */
    public boolean isOf(Doc stay) {
        return of(stay) == this;
    }

    /** The names of the states of people who are in a session or wait. */
    public static List<String> present() {
        return Arrays.stream(values())
                .filter(state -> state != LEFT)
                .map(ParticipationState::word)
                .toList();
    }
}

package io.greenroom.live.plan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The acts of scripts. A word of a step is the name of one in lower case. */
@SuppressWarnings("ImmutableEnumChecker") // Form is sealed, and all forms are records of immutable things.
public enum Verb {
    REGISTER(Grammar.PEOPLE, "Registers, and is approved"),
    INVITE(Grammar.PEOPLE, "Becomes a panelist of the webinar"),
    START(Grammar.NAME, "Starts the session as its host or an alternative host"),
    BROADCAST(Grammar.FLAG, "Broadcasts the webinar after its practice session"),
    END(Grammar.NAME, "Ends the session for all"),
    JOIN(Grammar.PEOPLE, "Joins; with fields, as that client"),
    REJOIN(Grammar.PEOPLE, "Joins again after leaving, as the same person"),
    LEAVE(Grammar.PEOPLE, "Leaves"),
    DROP(Grammar.PEOPLE, "Loses the connection"),
    CRASH(Grammar.PEOPLE, "Leaves because the client ends"),
    ADMIT(Grammar.PEOPLE, "Admits from the waiting room"),
    HOLD(Grammar.PEOPLE, "Moves to the waiting room"),
    REMOVE(Grammar.PEOPLE, "Removes for the rest of the session"),
    RENAME(Grammar.NEW_NAMES, "Changes names, old to new"),
    ROLE(Grammar.ROLES, "Changes roles"),
    LOCK(Grammar.FLAG, "Locks the session: it takes no more people"),
    UNLOCK(Grammar.FLAG, "Unlocks the session"),
    MUTE(Grammar.PEOPLE, "Mutes microphones"),
    UNMUTE(Grammar.PEOPLE, "Unmutes microphones"),
    CAMERA_ON(Grammar.PEOPLE, "Starts cameras"),
    CAMERA_OFF(Grammar.PEOPLE, "Stops cameras"),
    HAND_UP(Grammar.PEOPLE, "Raises hands"),
    HAND_DOWN(Grammar.PEOPLE, "Lowers hands"),
    SHARE(Grammar.SHARES, "Shares the screen"),
    UNSHARE(Grammar.PEOPLE, "Stops sharing the screen"),
    QUALITY(Grammar.QUALITIES, "Changes the quality of connections"),
    BREAKOUT(Grammar.ROOMS, "Moves people to breakout rooms, or closes the rooms"),
    RECORD(Grammar.RECORDING, "Controls the recording"),
    STREAM(Grammar.STREAMING, "Starts or stops the live stream"),
    POLL(Grammar.NAME, "Starts a poll by its title, or stops the running one"),
    ASK(Grammar.QUESTIONS, "Asks questions in the Q&A of a webinar"),
    ANSWER(Grammar.ANSWER, "Answers the latest question of a person"),
    UPVOTE(Grammar.NEW_NAMES, "Votes for the latest question of another person"),
    CHAT(Grammar.CHAT, "Writes chat lines, with or without a file"),
    SAY(Grammar.LINES, "Speaks lines, of which transcripts are made"),
    CAPTION(Grammar.LINES, "Types closed captions"),
    FEEDBACK(Grammar.FEEDBACK, "Rates the session"),
    ALERT(Grammar.ALERTS, "Announces quality problems");

    private static final Set<Verb> OF_SESSIONS =
            EnumSet.of(BROADCAST, LOCK, UNLOCK, RECORD, STREAM, POLL, ANSWER, ALERT);
    private static final Set<Verb> FOR_HOSTS =
            EnumSet.of(BROADCAST, END, ADMIT, HOLD, REMOVE, ROLE, LOCK, UNLOCK, BREAKOUT, RECORD, STREAM, POLL);

    private final Form form;
    private final String meaning;

    Verb(Form form, String meaning) {
        this.form = form;
        this.meaning = meaning;
    }

    /** Its word in steps. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it does, for the schema. */
    String meaning() {
        return meaning;
    }

    /** What its value may be. */
    Form form() {
        return form;
    }

    /** The act that undoes it after the step's {@code for}. */
    Optional<Verb> undo() {
        return switch (this) {
            case JOIN, REJOIN -> Optional.of(LEAVE);
            case LEAVE, DROP, CRASH -> Optional.of(REJOIN);
            case ADMIT -> Optional.of(HOLD);
            case HOLD -> Optional.of(ADMIT);
            case LOCK -> Optional.of(UNLOCK);
            case UNLOCK -> Optional.of(LOCK);
            case MUTE -> Optional.of(UNMUTE);
            case UNMUTE -> Optional.of(MUTE);
            case CAMERA_ON -> Optional.of(CAMERA_OFF);
            case CAMERA_OFF -> Optional.of(CAMERA_ON);
            case HAND_UP -> Optional.of(HAND_DOWN);
            case SHARE -> Optional.of(UNSHARE);
            case ROLE, QUALITY, BREAKOUT, RECORD, STREAM, POLL -> Optional.of(this);
            case REGISTER,
                    INVITE,
                    START,
                    BROADCAST,
                    END,
                    REMOVE,
                    RENAME,
                    HAND_DOWN,
                    UNSHARE,
                    ASK,
                    ANSWER,
                    UPVOTE,
                    CHAT,
                    SAY,
                    CAPTION,
                    FEEDBACK,
                    ALERT -> Optional.empty();
        };
    }

    /** Whether its value names people; other acts concern the session as a whole. */
    boolean hasPeople() {
        return !OF_SESSIONS.contains(this);
    }

    /** Whether only the host and co-hosts may do it. */
    public boolean isForHosts() {
        return FOR_HOSTS.contains(this);
    }

    /** Whether people who are not described yet come in by it. */
    boolean bringsGuests() {
        return this == JOIN;
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    static List<Verb> all() {
        return List.of(values());
    }
}

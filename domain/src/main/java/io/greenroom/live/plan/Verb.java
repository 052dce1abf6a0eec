package io.greenroom.live.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The acts of scripts. A word of a step is the name of one in lower case. */
public enum Verb {
    REGISTER(Grammar.PEOPLE, "Registers, and is approved"),
    START(Grammar.ONE_PERSON, "Starts the session as its host or an alternative host"),
    END(Grammar.ONE_PERSON, "Ends the session for all"),
    JOIN(Grammar.PEOPLE, "Joins; with fields, as that client"),
    REJOIN(Grammar.PEOPLE, "Joins again after leaving, as the same person"),
    LEAVE(Grammar.PEOPLE, "Leaves"),
    DROP(Grammar.PEOPLE, "Loses the connection"),
    CRASH(Grammar.PEOPLE, "Leaves because the client ends"),
    ADMIT(Grammar.PEOPLE, "Admits from the waiting room"),
    HOLD(Grammar.PEOPLE, "Moves to the waiting room"),
    REMOVE(Grammar.PEOPLE, "Removes for the rest of the session"),
    RENAME(Grammar.NEW_NAMES, "Changes names, old to new"),
    ROLE(Grammar.ROLES, "Changes roles");

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
            case ROLE -> Optional.of(ROLE);
            case REGISTER, START, END, REMOVE, RENAME -> Optional.empty();
        };
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

package io.greenroom.live;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.PersonName;
import java.util.Optional;

/**
 * A person who wants to join.
 *
 * @param user the user who is signed in, empty for guests
 * @param name as entered; empty to take that of the user, or {@code Guest 3}
 * @param email as entered; it does not sign in
 * @param passcode as entered; empty if the person follows a link that contains it
 * @param start whether an alternative host wants to start the meeting
 * @param equipment a document with {@code device}, {@code ip}, {@code location}, {@code registrant_id}, {@code
 *     panelist_id} and the {@code token} of a registrant's or panelist's link, each optional
 * @param registrant that the person is
 */
public record Arrival(
        Optional<Doc> user,
        Optional<String> name,
        Optional<String> email,
        Optional<String> passcode,
        boolean start,
        Doc equipment,
        Optional<Doc> registrant) {

    /** A person who may turn out to be a registrant. */
    public Arrival(
            Optional<Doc> user,
            Optional<String> name,
            Optional<String> email,
            Optional<String> passcode,
            boolean start,
            Doc equipment) {
        this(user, name, email, passcode, start, equipment, Optional.empty());
    }

    /** The same person as a registrant, with the registered name and address. A registrant's link has the passcode. */
    Arrival registered(Optional<Doc> as) {
        return as.map(one -> new Arrival(
                        user,
                        Optional.of(PersonName.of(one)),
                        Optional.of(one.text("email")),
                        given("token").isPresent() ? Optional.empty() : passcode,
                        start,
                        equipment,
                        as))
                .orElse(this);
    }

    /** The same person as a panelist of a webinar, whose link has the passcode. */
    Arrival presenting(Doc panelist) {
        return new Arrival(
                user,
                panelist.optionalText("name").filter(text -> !text.isBlank()).or(this::name),
                panelist.optionalText("email"),
                given("token").isPresent() ? Optional.empty() : passcode,
                start,
                equipment);
    }

    /** A text that the client has sent. */
    Optional<String> given(String field) {
        return equipment.mayHold(field) ? equipment.optionalText(field) : Optional.empty();
    }

    /** The person that a {@code LiveJoin} describes. */
    public static Arrival of(Doc join, Optional<Doc> user) {
        return new Arrival(
                user,
                join.optionalText("name"),
                join.optionalText("email"),
                join.optionalText("passcode"),
                join.flag("start"),
                join);
    }

    /** The same person with the name that an invite link has; the link contains the passcode too. */
    public Arrival invited(Optional<String> invitee) {
        return invitee.isEmpty() ? this : new Arrival(user, invitee, email, Optional.empty(), start, equipment);
    }

    /** The id of the user, empty for guests. */
    String userId() {
        return user.map(Doc::id).orElse("");
    }

    /** The e-mail address of the user, or the one entered. */
    Optional<String> address() {
        return user.map(known -> known.text("email")).or(this::email);
    }
}

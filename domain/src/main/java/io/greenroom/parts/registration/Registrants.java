package io.greenroom.parts.registration;

import static io.greenroom.parts.registration.RegistrationTables.REGISTRANTS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.emails.EmailAddress;
import java.util.Optional;

/**
 * The registrants of one owner. Each e-mail address has at most one that is not cancelled. A person who cancels and
 * registers again is a new registrant, so that the former link no longer works.
 */
public final class Registrants {
    private final Call call;
    private final String owner;

    /**
     * The registrants of an owner.
     *
     * @param owner id of what they register for
     */
    public Registrants(Call call, String owner) {
        this.call = call;
        this.owner = owner;
    }

    /** The registrant with an id, unless cancelled. */
    public Optional<Doc> find(String id) {
        return call.store().find(REGISTRANTS, owner + "/" + id).filter(Registrants::isKept);
    }

    /** The registrant with an e-mail address, unless cancelled. */
    public Optional<Doc> byEmail(String email) {
        return all().where("email_key", new EmailAddress(email).key())
                .newestFirst()
                .first()
                .filter(Registrants::isKept);
    }

    /** The registrant that a join link names, unless cancelled. */
    public Optional<Doc> byToken(String token) {
        return all().where("token", token).first().filter(Registrants::isKept);
    }

    private Query all() {
        return call.store().in(REGISTRANTS).where("owner", owner);
    }

    private static boolean isKept(Doc registrant) {
        return status(registrant) != RegistrantStatus.CANCELLED;
    }

    /** The registrants with a status, in order of registration. */
    public Query with(RegistrantStatus status) {
        return all().where("status", status.word());
    }

    /** The registrants with a status that a tracking source led to the registration page. */
    public Query with(RegistrantStatus status, String sourceId) {
        return all().where("source_id", sourceId).where("status", status.word());
    }

    /** The number of registrants that take a place. */
    public long active() {
        return RegistrantStatus.ACTIVE.stream()
                .mapToLong(status -> with(status).count())
                .sum();
    }

    /** The number of registrants that a tracking source led to the registration page, and that take a place. */
    public long active(String sourceId) {
        return RegistrantStatus.ACTIVE.stream()
                .mapToLong(status -> with(status, sourceId).count())
                .sum();
    }

    /**
     * Adds a registrant.
     *
     * @param profile a new {@code RegistrantRecord} with what the person has entered
     */
    Doc add(Doc profile, RegistrantStatus status) {
        return call.store()
                .insert(
                        REGISTRANTS,
                        profile.put("owner", owner)
                                .put("id", call.ids().next())
                                .put("status", status.word())
                                .put("create_time", call.second())
                                .put("email_key", new EmailAddress(profile.text("email")).key())
                                .put("token", JoinLinks.token(call)));
    }

    /** Changes the status of a registrant. */
    Doc change(Doc registrant, RegistrantStatus status) {
        return status(registrant) == status
                ? registrant
                : call.store().update(REGISTRANTS, registrant.copy().put("status", status.word()));
    }

    /** The status of a registrant, or of a registrant's occurrence. */
    public static RegistrantStatus status(Doc registrant) {
        return RegistrantStatus.of(registrant.text("status"));
    }
}

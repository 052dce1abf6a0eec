package io.greenroom.parts.registration;

import static io.greenroom.parts.registration.RegistrationTables.OCCURRENCES;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import java.util.List;
import java.util.Optional;

/** The occurrences that the registrants of one schedule have chosen, each with a status of its own. */
final class ChosenOccurrences {
    private final Call call;
    private final String owner;

    ChosenOccurrences(Call call, String owner) {
        this.call = call;
        this.owner = owner;
    }

    /** The choices of a registrant. Without any the registrant attends every occurrence. */
    List<Doc> of(Doc registrant) {
        return all().where("registrant_id", registrant.id()).list();
    }

    /** The choice of an occurrence by a registrant. */
    Optional<Doc> find(Doc registrant, String occurrenceId) {
        return call.store().find(OCCURRENCES, owner + "/" + registrant.id() + "/" + occurrenceId);
    }

    /** The choices of an occurrence that have a status. */
    Query with(String occurrenceId, RegistrantStatus status) {
        return all().where("occurrence_id", occurrenceId).where("status", status.word());
    }

    private Query all() {
        return call.store().in(OCCURRENCES).where("owner", owner);
    }

    /** Adds those of a registrant's choices that are new or were cancelled; whether there are any. */
    boolean add(Doc registrant, List<String> occurrenceIds, RegistrantStatus status) {
        boolean added = false;
        for (String id : occurrenceIds) {
            Optional<Doc> known = find(registrant, id);
            if (known.isEmpty()) {
                call.store()
                        .insert(
                                OCCURRENCES,
                                call.blank(OCCURRENCES)
                                        .put("owner", owner)
                                        .put("registrant_id", registrant.id())
                                        .put("occurrence_id", id)
                                        .put("status", status.word()));
                added = true;
            } else if (Registrants.status(known.get()) == RegistrantStatus.CANCELLED) {
                change(known.get(), status);
                added = true;
            }
        }
        return added;
    }

    /** Changes the status of a choice. */
    void change(Doc choice, RegistrantStatus status) {
        if (Registrants.status(choice) != status) {
            call.store().update(OCCURRENCES, choice.copy().put("status", status.word()));
        }
    }

    /** The status that a registrant's choices give to the registrant. */
    RegistrantStatus summary(Doc registrant) {
        return RegistrantStatus.of(
                of(registrant).stream().map(Registrants::status).toList());
    }
}

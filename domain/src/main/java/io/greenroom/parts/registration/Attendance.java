package io.greenroom.parts.registration;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Occurrences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which registrant a person is, and whether that registrant may attend. */
public final class Attendance {
    private final Call call;
    private final Doc schedule;
    private final Instant at;
    private final Registrants registrants;

    /** The present attendance. */
    public Attendance(Call call, Doc schedule) {
        this(call, schedule, call.now());
    }

    /**
     * The attendance at a time.
     *
     * @param at decides which occurrence is going on
     */
    public Attendance(Call call, Doc schedule, Instant at) {
        this.call = call;
        this.schedule = schedule;
        this.at = at;
        this.registrants = new Registrants(call, schedule.id());
    }

    /**
     * The registrant that a person is: named by a join link's token or an id, else by the address of a signed-in user.
     * An address that was only entered proves nothing.
     */
    public Optional<Doc> registrant(Optional<String> token, Optional<String> id, Optional<Doc> user) {
        if (token.isPresent() || id.isPresent()) {
            return token.flatMap(registrants::byToken).or(() -> id.flatMap(registrants::find));
        }
        return user.flatMap(one -> registrants.byEmail(one.text("email")));
    }

    /** The occurrence that is going on or comes next. */
    public Optional<Doc> occurrence() {
        return Occurrences.coming(schedule, at).stream().findFirst();
    }

    /**
     * The status of a registrant for the occurrence that is going on or comes next; empty if the registration is for
     * others.
     */
    public Optional<RegistrantStatus> status(Doc registrant) {
        Optional<Doc> next = occurrence();
        ChosenOccurrences chosen = new ChosenOccurrences(call, schedule.id());
        if (next.isEmpty() || !Registrations.hasChoice(schedule)) {
            return Optional.of(Registrants.status(registrant));
        }
        List<Doc> choices = chosen.of(registrant);
        return choices.isEmpty()
                ? Optional.of(Registrants.status(registrant))
                : choices.stream()
                        .filter(choice ->
                                choice.text("occurrence_id").equals(next.get().text("occurrence_id")))
                        .map(Registrants::status)
                        .filter(status -> status != RegistrantStatus.CANCELLED)
                        .findFirst();
    }
}

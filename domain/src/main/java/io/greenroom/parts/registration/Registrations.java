package io.greenroom.parts.registration;

import static io.greenroom.parts.registration.RegistrationTables.REGISTRANTS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Registration for the schedules of one kind: who may register, and what becomes of the registrants. */
public final class Registrations {
    /** The approval type of schedules without registration. */
    public static final long NO_REGISTRATION = 2;

    private static final long AUTOMATIC = 0;
    private static final long ONCE_FOR_ALL = 1;

    /** How often the status of a registrant may be changed in a day. */
    private static final int CHANGES_PER_DAY = 10;

    private final Kind kind;
    private final RegistrationHosts hosts;

    public Registrations(Kind kind, RegistrationHosts hosts) {
        this.kind = kind;
        this.hosts = hosts;
    }

    /** Whether people register for a schedule. */
    public static boolean isOn(Doc schedule) {
        return schedule.doc("settings").number("approval_type", NO_REGISTRATION) != NO_REGISTRATION;
    }

    /** Whether people register for single occurrences of a schedule. */
    public boolean isPerOccurrence(Doc schedule) {
        return kind.recurs(schedule) && hasChoice(schedule);
    }

    /** Whether registrants choose occurrences, if there are any. */
    static boolean hasChoice(Doc schedule) {
        return schedule.doc("settings").number("registration_type", ONCE_FOR_ALL) != ONCE_FOR_ALL;
    }

    /**
     * Whether it is too late to register: the schedule is over by plan or, if its registration closes, has begun for
     * the last time.
     */
    public boolean isOver(Call call, Doc schedule) {
        if (kind.recurs(schedule)) {
            List<Doc> coming = Occurrences.coming(schedule, call.now());
            return coming.isEmpty() || isClosed(call, schedule, coming.getLast().instant("start_time"));
        }
        return kind.isSingle(schedule)
                && (!schedule.instant("ends_at").isAfter(call.now())
                        || isClosed(call, schedule, schedule.instant("start_time")));
    }

    private static boolean isClosed(Call call, Doc schedule, Instant lastStart) {
        return schedule.doc("settings").flag("close_registration") && !lastStart.isAfter(call.now());
    }

    /** Whether all places are taken. */
    public boolean isFull(Call call, Doc schedule) {
        return exceeded(call, schedule).isPresent();
    }

    private Optional<RegistrationHosts.Limit> exceeded(Call call, Doc schedule) {
        long taken = new Registrants(call, schedule.id()).active();
        return hosts.limits(call, schedule).stream()
                .filter(limit -> taken >= limit.most())
                .findFirst();
    }

    private void refuseFull(Call call, Doc schedule) {
        exceeded(call, schedule).ifPresent(limit -> {
            throw call.refuse(call.declares(limit.failure()) ? limit.failure() : kind.word() + "-full");
        });
    }

    /** Refuses a schedule without registration. */
    void refuseOff(Call call, Doc schedule) {
        if (!isOn(schedule)) {
            throw call.refuse(kind.word() + "-registration-off");
        }
    }

    /**
     * Registers a person. A person who is registered already stays so, whatever the status, and adds occurrences.
     *
     * @throws io.greenroom.kernel.doc.Refusal if the schedule has no registration, is over or full, an occurrence is
     *     not one of it, or an answer is missing
     */
    public Doc register(Call call, Doc schedule, Application application) {
        refuseOff(call, schedule);
        if (isOver(call, schedule)) {
            throw call.refuse(kind.word() + "-registration-over");
        }
        List<String> chosen = chosen(call, schedule, application.occurrences());
        Doc profile = call.blank(REGISTRANTS).take(application.profile());
        profile.put("source_id", Optional.of(application.origin().sourceId()).filter(source -> !source.isEmpty()));
        hosts.check(call, schedule, profile);
        RegistrationQuestions.fill(profile);
        if (!application.origin().batch()) {
            new RegistrationQuestions(call, schedule.id()).check(profile);
        }
        Optional<Doc> known = new Registrants(call, schedule.id()).byEmail(profile.text("email"));
        return known.map(registrant -> addOccurrences(call, schedule, registrant, chosen))
                .orElseGet(() -> add(call, schedule, profile, application.origin(), chosen));
    }

    private Doc add(Call call, Doc schedule, Doc profile, Application.Origin origin, List<String> chosen) {
        refuseFull(call, schedule);
        RegistrantStatus status = origin.approved() ? RegistrantStatus.APPROVED : first(schedule);
        Doc registrant = new Registrants(call, schedule.id()).add(profile, status);
        new ChosenOccurrences(call, schedule.id()).add(registrant, chosen, status);
        new RegistrationEvents(call, kind, schedule).created(registrant);
        if (!origin.batch()) {
            new RegistrationMails(call, kind, schedule).created(registrant);
        }
        return registrant;
    }

    /** The status of new registrants. */
    private static RegistrantStatus first(Doc schedule) {
        return schedule.doc("settings").number("approval_type") == AUTOMATIC
                ? RegistrantStatus.APPROVED
                : RegistrantStatus.PENDING;
    }

    private Doc addOccurrences(Call call, Doc schedule, Doc registrant, List<String> chosen) {
        if (Registrants.status(registrant) == RegistrantStatus.DENIED) {
            return registrant;
        }
        ChosenOccurrences occurrences = new ChosenOccurrences(call, schedule.id());
        if (occurrences.of(registrant).isEmpty() || !occurrences.add(registrant, chosen, first(schedule))) {
            return registrant;
        }
        Doc changed = new Registrants(call, schedule.id()).change(registrant, occurrences.summary(registrant));
        new RegistrationEvents(call, kind, schedule).created(changed);
        return changed;
    }

    /** The ids of the occurrences to register for; none if the registration is for all. */
    private List<String> chosen(Call call, Doc schedule, List<String> named) {
        if (!named.stream().allMatch(id -> isComing(call, schedule, id))) {
            throw call.refuse("meeting-occurrences-invalid");
        }
        if (!isPerOccurrence(schedule)) {
            return List.of();
        }
        return named.isEmpty()
                ? Occurrences.coming(schedule, call.now()).stream()
                        .map(occurrence -> occurrence.text("occurrence_id"))
                        .toList()
                : named;
    }

    private static boolean isComing(Call call, Doc schedule, String occurrenceId) {
        return Occurrences.coming(schedule, call.now()).stream()
                .anyMatch(occurrence -> occurrence.text("occurrence_id").equals(occurrenceId));
    }

    /** A page of the registrants with a status, of one occurrence if it is named. */
    Page list(Call call, Doc schedule, RegistrantStatus status, Optional<String> occurrenceId) {
        if (occurrenceId.isPresent()
                && Occurrences.find(schedule, occurrenceId.get()).isEmpty()) {
            return Page.whole(List.of());
        }
        Registrants registrants = new Registrants(call, schedule.id());
        if (occurrenceId.isEmpty() || !isPerOccurrence(schedule)) {
            return Page.of(registrants
                    .with(status)
                    .page(call.page().start(), call.page().size()));
        }
        return Page.of(new ChosenOccurrences(call, schedule.id())
                        .with(occurrenceId.get(), status)
                        .page(call.page().start(), call.page().size()))
                .map(choice -> call.store()
                        .find(REGISTRANTS, schedule.id() + "/" + choice.text("registrant_id"))
                        .orElseThrow()
                        .copy()
                        .put("status", status.word()));
    }

    /**
     * Approves, denies or cancels a registrant, for one occurrence if it is named and occurrences are registered for
     * separately.
     *
     * @return whether anything has changed
     */
    public boolean decide(
            Call call, Doc schedule, Doc registrant, RegistrantStatus status, Optional<String> occurrenceId) {
        if (occurrenceId.isPresent()
                && Occurrences.find(schedule, occurrenceId.get()).isEmpty()) {
            return false;
        }
        Optional<RegistrantStatus> after = occurrenceId.isPresent() && isPerOccurrence(schedule)
                ? decideOne(call, schedule, registrant, status, occurrenceId.get())
                : decideAll(call, schedule, registrant, status);
        after.ifPresent(summary -> {
            if (!isActive(Registrants.status(registrant)) && isActive(summary)) {
                refuseFull(call, schedule);
            }
            Doc changed = call.store()
                    .update(REGISTRANTS, counted(call, registrant.copy()).put("status", summary.word()));
            new RegistrationEvents(call, kind, schedule).decided(changed, status);
            new RegistrationMails(call, kind, schedule).decided(changed, status);
        });
        return after.isPresent();
    }

    /** Cancels a registration in the name of the registrant. */
    void withdraw(Call call, Doc schedule, Doc registrant) {
        ChosenOccurrences occurrences = new ChosenOccurrences(call, schedule.id());
        occurrences.of(registrant).forEach(choice -> occurrences.change(choice, RegistrantStatus.CANCELLED));
        Doc cancelled = new Registrants(call, schedule.id()).change(registrant, RegistrantStatus.CANCELLED);
        new RegistrationEvents(call, kind, schedule).withdrawn(cancelled);
        new RegistrationMails(call, kind, schedule).decided(cancelled, RegistrantStatus.CANCELLED);
    }

    RegistrationHosts hosts() {
        return hosts;
    }

    private static boolean isActive(RegistrantStatus status) {
        return RegistrantStatus.ACTIVE.contains(status);
    }

    private Optional<RegistrantStatus> decideOne(
            Call call, Doc schedule, Doc registrant, RegistrantStatus status, String occurrenceId) {
        ChosenOccurrences occurrences = new ChosenOccurrences(call, schedule.id());
        return occurrences
                .find(registrant, occurrenceId)
                .filter(choice -> Registrants.status(choice) != status)
                .filter(choice -> Registrants.status(choice) != RegistrantStatus.CANCELLED)
                .map(choice -> {
                    occurrences.change(choice, status);
                    return occurrences.summary(registrant);
                });
    }

    private Optional<RegistrantStatus> decideAll(Call call, Doc schedule, Doc registrant, RegistrantStatus status) {
        ChosenOccurrences occurrences = new ChosenOccurrences(call, schedule.id());
        List<Doc> other = occurrences.of(registrant).stream()
                .filter(choice -> Registrants.status(choice) != RegistrantStatus.CANCELLED)
                .filter(choice -> Registrants.status(choice) != status)
                .toList();
        other.forEach(choice -> occurrences.change(choice, status));
        return Optional.of(status).filter(any -> Registrants.status(registrant) != status || !other.isEmpty());
    }

    /**
     * Counts a change of the status by the operation for it.
     *
     * @param registrant a copy, changed and returned
     */
    private Doc counted(Call call, Doc registrant) {
        String failure = kind.word() + "-registrant-status-quota";
        if (!call.declares(failure)) {
            return registrant;
        }
        String today = LocalDate.ofInstant(call.now(), ZoneOffset.UTC).toString();
        long before = registrant.text("changed_on", "").equals(today) ? registrant.number("changes") : 0;
        if (before == CHANGES_PER_DAY) {
            throw call.refuse(failure, "limit", CHANGES_PER_DAY, "registrant", registrant.text("email"));
        }
        return registrant.put("changed_on", today).put("changes", before + 1);
    }
}

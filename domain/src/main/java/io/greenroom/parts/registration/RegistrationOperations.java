package io.greenroom.parts.registration;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations on the registrants and registration questions of the schedules of one kind. */
public final class RegistrationOperations {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Kind kind;
    private final Registrations registrations;
    private final String parameter;

    /**
     * The operations.
     *
     * @param parameter of their paths, which names the schedule
     */
    public RegistrationOperations(Kind kind, Registrations registrations, String parameter) {
        this.kind = kind;
        this.registrations = registrations;
        this.parameter = parameter;
    }

    private Doc schedule(Call call) {
        return call.named(parameter);
    }

    /** The registrants of a schedule with a status. */
    public Page list(Call call) {
        Doc schedule = schedule(call);
        if (call.declares(kind.word() + "-registration-off")) {
            registrations.refuseOff(call, schedule);
        }
        String source =
                call.query().mayHold("tracking_source_id") ? call.query().text("tracking_source_id", "") : "";
        if (!source.isEmpty()) {
            return Page.of(new Registrants(call, schedule.id())
                            .with(RegistrantStatus.of(call.query().text("status")), source)
                            .page(call.page().start(), call.page().size()))
                    .map(registrant -> shown(call, schedule, registrant));
        }
        return registrations
                .list(
                        call,
                        schedule,
                        RegistrantStatus.of(call.query().text("status")),
                        call.query().optionalText("occurrence_id"))
                .map(registrant -> shown(call, schedule, registrant));
    }

    /** A registrant as answers have it. */
    public Doc shown(Call call, Doc schedule, Doc registrant) {
        return call.as("MeetingRegistrant", registrant).put("join_url", JoinLinks.of(schedule, registrant));
    }

    /** The registrant that a path names. */
    public Doc get(Call call) {
        Doc schedule = schedule(call);
        return shown(call, schedule, named(call, schedule));
    }

    private Doc named(Call call, Doc schedule) {
        String id = call.path("registrantId");
        if (!ID.matcher(id).matches() && call.declares("meeting-registrant-id-invalid")) {
            throw call.refuse("meeting-registrant-id-invalid");
        }
        return new Registrants(call, schedule.id())
                .find(id)
                .orElseThrow(() -> call.refuse("meeting-registrant-missing"));
    }

    /** Registers a person. */
    public Doc create(Call call) {
        Doc schedule = schedule(call);
        Doc body = call.body();
        boolean approved = body.mayHold("auto_approve") && body.flag("auto_approve");
        String source = body.mayHold("source_id") ? body.text("source_id", "") : "";
        List<String> chosen = Arrays.stream(
                        call.query().text("occurrence_ids", "").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        Doc registrant = registrations.register(
                call, schedule, new Application(body, chosen, new Application.Origin(approved, false, source)));
        return call.blank(kind.prefix() + "Registration")
                .put("registrant_id", registrant.id())
                .put("id", kind == Kind.MEETING ? schedule.number("id") : schedule.id())
                .put("topic", schedule.text("topic", ""))
                .put("start_time", start(schedule, chosen))
                .put("join_url", JoinLinks.of(schedule, registrant));
    }

    /** The start of the first occurrence that was chosen, else of the schedule. */
    private static Optional<String> start(Doc schedule, List<String> chosen) {
        return schedule.docs("occurrences").stream()
                .filter(occurrence -> chosen.contains(occurrence.text("occurrence_id")))
                .map(occurrence -> occurrence.text("start_time"))
                .findFirst()
                .or(() -> schedule.optionalText("start_time"));
    }

    /** Registers several people, who are asked no questions. */
    public Doc addAll(Call call) {
        Doc schedule = schedule(call);
        if (!kind.isSingle(schedule)) {
            throw call.refuse(kind.word() + "-batch-unscheduled");
        }
        registrations.refuseOff(call, schedule);
        Doc body = call.body();
        Application.Origin origin = new Application.Origin(body.flag("auto_approve"), true, "");
        return call.blank("MeetingRegistrantsAdded")
                .put(
                        "registrants",
                        body.docs("registrants").stream()
                                .map(person -> registrations.register(
                                        call, schedule, new Application(person, List.of(), origin)))
                                .map(registrant -> added(call, schedule, registrant))
                                .toList());
    }

    private static Doc added(Call call, Doc schedule, Doc registrant) {
        return call.blank("MeetingRegistrantAdded")
                .put("registrant_id", registrant.id())
                .put("email", registrant.text("email"))
                .put("join_url", JoinLinks.of(schedule, registrant));
    }

    /** Approves, denies or cancels registrants. Entries that name no registrant are ignored. */
    public void decide(Call call) {
        Doc schedule = schedule(call);
        if (call.declares(kind.word() + "-registration-off")) {
            registrations.refuseOff(call, schedule);
        }
        RegistrantStatus status = RegistrantStatus.after(call.body().text("action"));
        Optional<String> occurrence = call.query().optionalText("occurrence_id");
        call.body().docs("registrants").forEach(entry -> find(call, schedule, entry)
                .ifPresent(registrant -> registrations.decide(call, schedule, registrant, status, occurrence)));
    }

    /** Some clients send another id than the registrant's beside the e-mail address, so that counts then. */
    private static Optional<Doc> find(Call call, Doc schedule, Doc entry) {
        Registrants registrants = new Registrants(call, schedule.id());
        return entry.optionalText("id").flatMap(registrants::find).or(() -> entry.optionalText("email")
                .flatMap(registrants::byEmail));
    }

    /** Cancels the registration that a path names. */
    public void remove(Call call) {
        Doc schedule = schedule(call);
        registrations.refuseOff(call, schedule);
        Doc registrant = named(call, schedule);
        Optional<String> occurrence = call.query().optionalText("occurrence_id");
        if (!registrations.decide(call, schedule, registrant, RegistrantStatus.CANCELLED, occurrence)) {
            throw call.refuse("meeting-registrant-missing");
        }
    }

    /** The registration questions of a schedule. */
    public Doc questions(Call call) {
        return call.as(
                kind.prefix() + "Questions",
                new RegistrationQuestions(call, schedule(call).id()).asked());
    }

    /** Changes the registration questions of a schedule. */
    public void changeQuestions(Call call) {
        new RegistrationQuestions(call, schedule(call).id()).change(call.body());
    }
}

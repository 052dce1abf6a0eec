package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.schedules.Invitation;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import io.greenroom.parts.schedules.Schedules;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Creates, shows, changes and deletes schedules of one kind. */
public final class ScheduleOperations {
    private final Kind kind;
    private final String parameter;
    private final ScheduleForms forms;
    private final HostDirectory hosts;
    private final Schedules schedules;
    private final SchedulePolicy policy;
    private final ScheduleAnswers answers;
    private final ScheduleEvents events;
    private final ScheduleMails mails;

    /**
     * The operations.
     *
     * @param policy the rules that only this kind has
     */
    public ScheduleOperations(ScheduleForms forms, SchedulePolicy policy) {
        this.schedules = forms.schedules();
        this.kind = schedules.kind();
        this.parameter = kind.word() + "Id";
        this.forms = forms;
        this.hosts = forms.hosts();
        this.policy = policy;
        this.answers = new ScheduleAnswers(kind, hosts);
        this.events = new ScheduleEvents(kind);
        this.mails = new ScheduleMails(kind);
    }

    /** Binds the operations of the kind. */
    public void bind(Bindings on) {
        on.doc(kind.word() + "Create", this::create);
        on.doc(kind.word(), this::show);
        on.done(kind.word() + "Update", this::change);
        on.done(kind.word() + "Delete", this::remove);
    }

    private Doc create(Call call) {
        Doc scheduler = hosts.user(call, call.path("userId"));
        Doc host = policy.hostFor(call, scheduler);
        if (UserState.of(host) == UserState.INACTIVE && call.declares("meeting-host-barred")) {
            throw call.refuse("meeting-host-barred");
        }
        Doc schedule = forms.of(call, host).create();
        policy.check(call, schedule);
        if (!host.id().equals(scheduler.id())) {
            schedule.put("assistant_id", scheduler.id());
        }
        track(call, schedule);
        if (!schedules.plan(call, schedule)) {
            throw call.refuse("meeting-recurrence-invalid");
        }
        Doc kept = schedules.keep(call, schedule);
        events.created(call, kept);
        mails.scheduled(call, kept, host, scheduler);
        mails.named(call, List.of(), kept, host);
        return answers.show(call, kept);
    }

    /** Keeps the tracking fields that the account has; refuses a schedule without one that it requires. */
    private void track(Call call, Doc schedule) {
        schedule.put("tracking_fields", hosts.tracked(call, schedule.docs("tracking_fields")));
    }

    private Doc show(Call call) {
        Doc schedule = call.named(parameter);
        Doc shown = answers.show(call, schedule);
        return occurrence(call, schedule)
                .map(occurrence -> Occurrences.alone(shown, occurrence))
                .orElse(shown);
    }

    /** The occurrence that a request is about, if it names one. */
    private static Optional<Doc> occurrence(Call call, Doc schedule) {
        return call.query().optionalText("occurrence_id").map(id -> Occurrences.find(schedule, id)
                .orElseThrow(() -> call.refuse("meeting-occurrence-invalid")));
    }

    private void change(Call call) {
        Doc before = call.named(parameter);
        Optional<Doc> occurrence = occurrence(call, before);
        Doc after = occurrence.isPresent() ? changeOccurrence(call, before, occurrence.get()) : changeAll(call, before);
        if (!after.equals(before)) {
            Doc kept = schedules.keep(call, after);
            events.updated(call, before, kept);
            mails.named(call, ScheduleMails.alternativeHosts(before), kept, hosts.host(call, kept));
        }
    }

    private Doc changeAll(Call call, Doc before) {
        Doc host = policy.hostFor(call, hosts.host(call, before));
        Doc after = forms.of(call, host).change(before);
        policy.check(call, after);
        if (call.body().has("tracking_fields")) {
            track(call, after);
        }
        if (!schedules.replan(call, before, after)) {
            throw call.refuse("meeting-recurrence-invalid");
        }
        return after;
    }

    private static Doc changeOccurrence(Call call, Doc before, Doc occurrence) {
        Doc after = before.copy();
        Occurrences.replace(after, ScheduleForm.occurrence(call, before, occurrence));
        return after;
    }

    private void remove(Call call) {
        Doc schedule = call.named(parameter);
        if (Kind.isPersonal(schedule)) {
            throw call.refuse("meeting-pmi-kept");
        }
        if (schedule.flag("live")) {
            throw call.refuse(kind.word() + "-in-progress");
        }
        Optional<Doc> occurrence = occurrence(call, schedule);
        mails.cancelled(call, schedule, hosts.host(call, schedule), time(schedule, occurrence.orElse(schedule)));
        if (occurrence.isPresent()) {
            Doc after = schedule.copy();
            Occurrences.remove(after, occurrence.get());
            if (Occurrences.available(after).findAny().isPresent()) {
                schedules.keep(call, after);
                events.deletedOccurrence(call, schedule, occurrence.get());
                return;
            }
        }
        schedules.delete(call, schedule);
        events.deleted(call, schedule);
    }

    private static String time(Doc schedule, Doc planned) {
        return planned.has("start_time")
                ? Invitation.time(planned.instant("start_time"), ZoneId.of(schedule.text("timezone")))
                : "";
    }
}

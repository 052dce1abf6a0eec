package io.greenroom.api.meetings;

import io.greenroom.api.trackingfield.TrackingFields;
import io.greenroom.api.users.Assistants;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.LeaveReason;
import io.greenroom.live.Sessions;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import io.greenroom.parts.schedules.Schedules;
import java.util.Optional;

/** Schedules, shows, changes, deletes and recovers meetings. */
final class MeetingHandler {
    private final Meetings meetings;
    private final Forms forms;
    private final Sessions sessions;
    private final Schedules schedules;
    private final Assistants assistants;
    private final TrackingFields trackingFields;

    MeetingHandler(
            Meetings meetings, Forms forms, Sessions sessions, Assistants assistants, TrackingFields trackingFields) {
        this.meetings = meetings;
        this.forms = forms;
        this.sessions = sessions;
        this.schedules = forms.schedules();
        this.assistants = assistants;
        this.trackingFields = trackingFields;
    }

    void bind(Bindings on) {
        on.doc("meetingCreate", this::create);
        on.doc("meeting", this::show);
        on.done("meetingUpdate", this::change);
        on.done("meetingDelete", this::remove);
        on.done("meetingStatus", this::changeStatus);
    }

    private Doc create(Call call) {
        Doc scheduler = forms.users().require(call, call.path("userId"));
        Doc host = hostFor(call, scheduler);
        MeetingForm form = forms.of(call, host);
        Doc meeting = form.create();
        refusePreScheduled(call, meeting);
        if (!host.id().equals(scheduler.id())) {
            meeting.put("assistant_id", scheduler.id());
        }
        form.track(meeting, trackingFields);
        if (!schedules.plan(call, meeting)) {
            throw call.refuse("meeting-recurrence-invalid");
        }
        Doc kept = schedules.keep(call, meeting);
        MeetingEvents.created(call, kept);
        return meetings.show(call, kept);
    }

    private static void refusePreScheduled(Call call, Doc meeting) {
        if (meeting.flag("pre_schedule") && !Kind.MEETING.isSingle(meeting)) {
            throw call.refuse("meeting-pre-schedule-type");
        }
    }

    /** The user that a meeting is scheduled for, who must have given the scheduling user the privilege. */
    private Doc hostFor(Call call, Doc scheduler) {
        Optional<String> named =
                call.body().optionalText("schedule_for").map(String::strip).filter(name -> !name.isEmpty());
        if (named.isEmpty()) {
            return scheduler;
        }
        Doc host = forms.users().require(call, named.get());
        if (host.id().equals(scheduler.id())) {
            return scheduler;
        }
        if (call.body().number("type", 2) == Kind.INSTANT) {
            throw call.refuse("meeting-instant-for-other");
        }
        if (!assistants.maySchedule(call.store(), scheduler.id(), host.id())) {
            throw call.refuse("meeting-schedule-for-denied", "user", named.get());
        }
        return host;
    }

    private Doc show(Call call) {
        Doc meeting = call.named("meetingId");
        Doc shown = meetings.show(call, meeting);
        return occurrence(call, meeting)
                .map(occurrence -> Occurrences.alone(shown, occurrence))
                .orElse(shown);
    }

    /** The occurrence that a request is about, if it names one. */
    private static Optional<Doc> occurrence(Call call, Doc meeting) {
        return call.query().optionalText("occurrence_id").map(id -> Occurrences.find(meeting, id)
                .orElseThrow(() -> call.refuse("meeting-occurrence-invalid")));
    }

    private void change(Call call) {
        Doc before = call.named("meetingId");
        Optional<Doc> occurrence = occurrence(call, before);
        Doc after = occurrence.isPresent() ? changeOccurrence(call, before, occurrence.get()) : changeAll(call, before);
        if (!after.equals(before)) {
            Doc kept = schedules.keep(call, after);
            MeetingEvents.updated(call, before, kept);
        }
    }

    private Doc changeAll(Call call, Doc before) {
        Doc host = hostFor(call, meetings.host(call, before));
        MeetingForm form = forms.of(call, host);
        Doc after = form.change(before);
        refusePreScheduled(call, after);
        if (call.body().has("tracking_fields")) {
            form.track(after, trackingFields);
        }
        if (!schedules.replan(call, before, after)) {
            throw call.refuse("meeting-recurrence-invalid");
        }
        return after;
    }

    private Doc changeOccurrence(Call call, Doc before, Doc occurrence) {
        Doc after = before.copy();
        Occurrences.replace(after, MeetingForm.occurrence(call, before, occurrence));
        return after;
    }

    private void remove(Call call) {
        Doc meeting = call.named("meetingId");
        if (Kind.isPersonal(meeting)) {
            throw call.refuse("meeting-pmi-kept");
        }
        if (meeting.flag("live")) {
            throw call.refuse("meeting-in-progress");
        }
        Optional<Doc> occurrence = occurrence(call, meeting);
        if (occurrence.isPresent()) {
            Doc after = meeting.copy();
            Occurrences.remove(after, occurrence.get());
            if (Occurrences.available(after).findAny().isPresent()) {
                schedules.keep(call, after);
                MeetingEvents.deletedOccurrence(call, meeting, occurrence.get());
                return;
            }
        }
        schedules.delete(call, meeting);
        MeetingEvents.deleted(call, meeting);
    }

    /** Ends or recovers a meeting. Ending a meeting that is not live changes nothing. */
    private void changeStatus(Call call) {
        String number = call.path("meetingId").strip();
        Optional<Doc> deleted = schedules.findDeleted(call, number);
        if (deleted.isPresent() && call.body().text("action", "").equals("recover")) {
            Meetings.refuseOthers(call, deleted.get());
            MeetingEvents.recovered(call, schedules.recover(call, deleted.get()));
            return;
        }
        Doc meeting = meetings.require(call, number);
        if (UserType.of(meetings.host(call, meeting)) == UserType.ON_PREM) {
            throw call.refuse("meeting-on-premise");
        }
        if (call.body().text("action", "").equals("end")) {
            sessions.end(call, meeting, LeaveReason.ENDED);
        }
    }
}

package io.greenroom.api.meetings;

import io.greenroom.api.users.Assistants;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Sessions;
import io.greenroom.live.states.LeaveReason;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.scheduling.HostDirectory;
import io.greenroom.parts.scheduling.ScheduleAccess;
import io.greenroom.parts.scheduling.ScheduleEvents;
import io.greenroom.parts.scheduling.ScheduleForms;
import io.greenroom.parts.scheduling.ScheduleOperations;
import io.greenroom.parts.scheduling.SchedulePolicy;
import java.util.Optional;

/** Schedules meetings, also for other hosts, and ends and recovers them. */
final class MeetingHandler implements SchedulePolicy {
    private final ScheduleAccess meetings;
    private final ScheduleForms forms;
    private final HostDirectory hosts;
    private final Sessions sessions;
    private final Schedules schedules;
    private final Assistants assistants;

    MeetingHandler(ScheduleAccess meetings, ScheduleForms forms, Sessions sessions, Assistants assistants) {
        this.meetings = meetings;
        this.forms = forms;
        this.hosts = forms.hosts();
        this.sessions = sessions;
        this.schedules = forms.schedules();
        this.assistants = assistants;
    }

    void bind(Bindings on) {
        new ScheduleOperations(forms, this).bind(on);
        on.done("meetingStatus", this::changeStatus);
    }

    @Override
    public void check(Call call, Doc meeting) {
        if (meeting.flag("pre_schedule") && !Kind.MEETING.isSingle(meeting)) {
            throw call.refuse("meeting-pre-schedule-type");
        }
    }

    /** The user that a meeting is scheduled for, who must have given the scheduling user the privilege. */
    @Override
    public Doc hostFor(Call call, Doc scheduler) {
        Optional<String> named =
                call.body().optionalText("schedule_for").map(String::strip).filter(name -> !name.isEmpty());
        if (named.isEmpty()) {
            return scheduler;
        }
        Doc host = hosts.user(call, named.get());
        if (host.id().equals(scheduler.id())) {
            return scheduler;
        }
        if (call.body().number("type", 2) == Kind.INSTANT) {
            throw call.refuse("meeting-instant-for-other");
        }
        if (UserState.of(host) == UserState.INACTIVE) {
            throw call.refuse("meeting-host-barred");
        }
        if (!assistants.maySchedule(call.store(), scheduler.id(), host.id())) {
            throw call.refuse("meeting-schedule-for-denied", "user", named.get());
        }
        return host;
    }

    /** Ends or recovers a meeting. Ending a meeting that is not live changes nothing. */
    private void changeStatus(Call call) {
        String number = call.path("meetingId").strip();
        Optional<Doc> deleted = schedules.findDeleted(call, number);
        if (deleted.isPresent() && call.body().text("action", "").equals("recover")) {
            meetings.refuseOthers(call, deleted.get());
            new ScheduleEvents(Kind.MEETING).recovered(call, schedules.recover(call, deleted.get()));
            return;
        }
        Doc meeting = meetings.require(call, number);
        if (UserType.of(hosts.host(call, meeting)) == UserType.ON_PREM) {
            throw call.refuse("meeting-on-premise");
        }
        if (call.body().text("action", "").equals("end")) {
            sessions.end(call, meeting, LeaveReason.ENDED);
        }
    }
}

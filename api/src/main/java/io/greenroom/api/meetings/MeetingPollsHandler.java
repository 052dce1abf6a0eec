package io.greenroom.api.meetings;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Sessions;
import io.greenroom.live.talk.PollRuns;
import io.greenroom.parts.polls.Polls;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.scheduling.HostDirectory;
import io.greenroom.parts.scheduling.ScheduleAccess;
import java.util.List;

/** The polls that hosts prepare for meetings. */
final class MeetingPollsHandler {
    private final Polls polls = new Polls(Kind.MEETING);
    private final ScheduleAccess meetings;
    private final HostDirectory hosts;
    private final PollRuns runs;

    MeetingPollsHandler(ScheduleAccess meetings, HostDirectory hosts, Sessions sessions) {
        this.runs = new PollRuns(sessions);
        this.meetings = meetings;
        this.hosts = hosts;
    }

    void bind(Bindings on) {
        polls.bind(on, runs::withStatus);
        on.doc("meetingPollCreate", call -> add(call, call.named("meetingId"), List.of(call.body()))
                .getFirst());
        on.doc("createBatchPolls", this::addAll);
    }

    private Doc addAll(Call call) {
        Doc meeting = meetings.require(call, call.path("meetingId"));
        return call.blank("MeetingPolls")
                .put("polls", add(call, meeting, call.body().docs("polls")));
    }

    /** Instant meetings have no polls; the host needs a licence and the setting. */
    private List<Doc> add(Call call, Doc meeting, List<Doc> texts) {
        Doc host = hosts.host(call, meeting);
        if (Kind.isInstant(meeting)
                || !UserType.of(host).isPaid()
                || !hosts.settings(call, host).flag("in_meeting.polling")) {
            throw call.refuse("meeting-polls-off");
        }
        return polls.add(call, meeting, texts);
    }
}

package io.greenroom.api.meetings;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.polls.Polls;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.schedules.Kind;
import java.util.List;

/** The polls that hosts prepare for meetings. */
final class MeetingPollsHandler {
    private final Polls polls = new Polls(Kind.MEETING);
    private final Meetings meetings;
    private final Forms forms;

    MeetingPollsHandler(Meetings meetings, Forms forms) {
        this.meetings = meetings;
        this.forms = forms;
    }

    void bind(Bindings on) {
        on.page("meetingPolls", call -> polls.list(call, call.named("meetingId")));
        on.doc("meetingPollCreate", call -> add(call, call.named("meetingId"), List.of(call.body()))
                .getFirst());
        on.doc("createBatchPolls", this::addAll);
        on.doc("meetingPollGet", call -> polls.named(call, call.named("meetingId")));
        on.done("meetingPollUpdate", call -> polls.replace(call, call.named("meetingId")));
        on.done("meetingPollDelete", call -> polls.remove(call, call.named("meetingId")));
    }

    private Doc addAll(Call call) {
        Doc meeting = meetings.require(call, call.path("meetingId"));
        return call.blank("MeetingPolls")
                .put("polls", add(call, meeting, call.body().docs("polls")));
    }

    /** Instant meetings have no polls; the host needs a licence and the setting. */
    private List<Doc> add(Call call, Doc meeting, List<Doc> texts) {
        Doc host = meetings.host(call, meeting);
        if (Kind.isInstant(meeting)
                || !UserType.of(host).isPaid()
                || !forms.settings().effective(call, host).flag("in_meeting.polling")) {
            throw call.refuse("meeting-polls-off");
        }
        return polls.add(call, meeting, texts);
    }
}

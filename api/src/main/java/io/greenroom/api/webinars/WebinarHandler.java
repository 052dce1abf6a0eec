package io.greenroom.api.webinars;

import io.greenroom.api.meetings.StreamSwitch;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.LiveActs;
import io.greenroom.live.Sessions;
import io.greenroom.live.states.LeaveReason;
import io.greenroom.live.talk.PollRuns;
import io.greenroom.parts.polls.Polls;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.schedules.InviteLinks;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.scheduling.HostDirectory;
import io.greenroom.parts.scheduling.LiveStreams;
import io.greenroom.parts.scheduling.ScheduleAnswers;
import io.greenroom.parts.scheduling.ScheduleEvents;
import io.greenroom.parts.scheduling.ScheduleForms;
import io.greenroom.parts.scheduling.ScheduleOperations;
import io.greenroom.parts.scheduling.SchedulePolicy;
import io.greenroom.parts.scheduling.ScheduleTemplates;
import java.util.List;

/** Schedules, lists, ends and recovers webinars, with their polls, links, templates and streams. */
final class WebinarHandler implements SchedulePolicy {
    private final Polls polls = new Polls(Kind.WEBINAR);
    private final ScheduleTemplates templates = new ScheduleTemplates(Kind.WEBINAR);
    private final ScheduleForms forms;
    private final HostDirectory hosts;
    private final Schedules schedules;
    private final ScheduleAnswers answers;
    private final Webinars webinars;
    private final Sessions sessions;
    private final StreamSwitch stream;

    WebinarHandler(ScheduleForms forms, Webinars webinars, Sessions sessions, LiveActs acts) {
        this.forms = forms;
        this.hosts = forms.hosts();
        this.schedules = forms.schedules();
        this.answers = new ScheduleAnswers(Kind.WEBINAR, hosts);
        this.webinars = webinars;
        this.sessions = sessions;
        this.stream = new StreamSwitch(acts);
    }

    void bind(Bindings on) {
        new ScheduleOperations(forms, this).bind(on);
        polls.bind(on, new PollRuns(sessions)::withStatus);
        templates.bind(on, hosts);
        on.page("webinars", this::list);
        on.page("listWebinarTemplates", call -> templates.list(call, hosts, webinars::requireLicence));
        on.done("webinarStatus", this::changeStatus);
        on.done("controlWebinarRecover", this::recover);
        on.doc("webinarInviteLinksCreate", call -> InviteLinks.create(call, webinar(call)));
        on.doc("webinarPollCreate", call -> polls.add(call, webinar(call), List.of(call.body()))
                .getFirst());
        on.doc("getWebinarLiveStreamDetails", call -> LiveStreams.show(call, streamed(call)));
        on.done("webinarLiveStreamStatusUpdate", call -> stream.change(call, streamed(call)));
        on.done("webinarLiveStreamUpdate", call -> LiveStreams.change(call, Kind.WEBINAR, streamed(call)));
    }

    private static Doc webinar(Call call) {
        return call.named("webinarId");
    }

    /** The host of a webinar never changes. */
    @Override
    public Doc hostFor(Call call, Doc user) {
        webinars.requireLicence(call, user);
        return user;
    }

    @Override
    public void check(Call call, Doc webinar) {}

    private Page list(Call call) {
        Doc host = hosts.user(call, call.path("userId"));
        webinars.requireLicence(call, host);
        return answers.rows(call, schedules.of(call, host.id()).ascending("list_order"));
    }

    /** Ending a webinar that is not live changes nothing. */
    private void changeStatus(Call call) {
        Doc webinar = webinar(call);
        if (UserType.of(hosts.host(call, webinar)) == UserType.ON_PREM) {
            throw call.refuse("webinar-on-premise");
        }
        if (call.body().text("action", "").equals("end")) {
            sessions.end(call, webinar, LeaveReason.ENDED);
        }
    }

    private void recover(Call call) {
        Doc deleted = schedules
                .findDeleted(call, call.path("deletedId"))
                .orElseThrow(() -> call.refuse("control-webinar-undeleted"));
        new ScheduleEvents(Kind.WEBINAR).recovered(call, schedules.recover(call, deleted));
    }

    /** The webinar whose stream is meant, if its host may stream to a service of their own. */
    private Doc streamed(Call call) {
        Doc webinar = webinar(call);
        if (!hosts.settings(call, hosts.host(call, webinar)).flag("in_meeting.custom_live_streaming_service")) {
            throw call.refuse("webinar-streaming-off");
        }
        return webinar;
    }
}

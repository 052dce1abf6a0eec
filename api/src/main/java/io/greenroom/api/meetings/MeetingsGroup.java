package io.greenroom.api.meetings;

import io.greenroom.api.trackingfield.TrackingFields;
import io.greenroom.api.users.Assistants;
import io.greenroom.api.users.UserSettings;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import io.greenroom.live.LiveActs;
import io.greenroom.live.LiveControl;
import io.greenroom.live.LiveTables;
import io.greenroom.live.Sessions;
import io.greenroom.live.script.Commands;
import io.greenroom.live.script.ScriptTables;
import io.greenroom.live.script.Scripts;
import io.greenroom.parts.polls.Polls;
import io.greenroom.parts.registration.RegistrationTables;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.scheduling.ScheduleAccess;
import io.greenroom.parts.scheduling.ScheduleEvents;
import io.greenroom.parts.scheduling.ScheduleForms;
import io.greenroom.parts.scheduling.ScheduleTemplates;
import java.util.List;
import java.util.stream.Stream;

/** The Meetings group: meetings as hosts schedule them. */
public final class MeetingsGroup implements ApiGroup {
    private static final ScheduleAccess.Refusals REFUSALS = new ScheduleAccess.Refusals(
            List.of(
                    "meeting-not-host",
                    "meeting-host-other",
                    "meeting-control-denied",
                    "meeting-information-closed",
                    "meeting-closed"),
            List.of("meeting-is-webinar", "meeting-information-closed", "meeting-closed"),
            List.of("host-foreign"));

    private final Users users;
    private final UserSettings settings;
    private final Assistants assistants;
    private final TrackingFields trackingFields;

    /**
     * Creates the group.
     *
     * @param settings of hosts
     */
    public MeetingsGroup(Users users, UserSettings settings, Assistants assistants, TrackingFields trackingFields) {
        this.users = users;
        this.settings = settings;
        this.assistants = assistants;
        this.trackingFields = trackingFields;
    }

    @Override
    public List<Table> tables() {
        return Stream.of(
                        Schedules.tables(),
                        LiveTables.all(),
                        RegistrationTables.all(),
                        ScriptTables.all(),
                        List.of(Polls.POLLS, ScheduleTemplates.table(Kind.MEETING)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void bind(Bindings on) {
        Schedules schedules = new Schedules(Kind.MEETING);
        ScheduleHosts hosts = new ScheduleHosts(users, settings, trackingFields);
        ScheduleForms forms = new ScheduleForms(hosts, schedules);
        ScheduleAccess meetings = new ScheduleAccess(schedules, REFUSALS, new PersonalMeetings(users, forms)::find);
        on.resolve("meeting", meetings::find);
        schedules.bind(on, new ScheduleEvents(Kind.MEETING)::purged);
        Sessions sessions = new Sessions(Kind.MEETING, schedules, hosts);
        new MeetingHandler(meetings, forms, sessions, assistants).bind(on);
        new MeetingLinksHandler(hosts).bind(on);
        new MeetingStreamHandler(meetings, new LiveActs(sessions, hosts)).bind(on);
        new MeetingPollsHandler(meetings, hosts, sessions).bind(on);
        MeetingRegistrationHandler registration = new MeetingRegistrationHandler(hosts);
        registration.bind(on);
        ScheduleTemplates templates = new ScheduleTemplates(Kind.MEETING);
        templates.bind(on, hosts);
        on.page("listMeetingTemplates", call -> templates.list(call, hosts, (any, user) -> {}));
        new LiveControl(Kind.MEETING, sessions, hosts).bind(on);
        new Scripts(new Commands(
                        Kind.MEETING,
                        schedules,
                        sessions,
                        new LiveActs(sessions, hosts),
                        hosts,
                        registration.registrations()))
                .bind(on);
        new PastMeetingsHandler(schedules).bind(on);
        new LeavingHosts(Kind.MEETING, sessions).bind(on);
        new JoinPages(on, new ScheduleDoor(meetings, hosts, sessions), users).bind();
        new MeetingListHandler(schedules, hosts).bind(on);
    }
}

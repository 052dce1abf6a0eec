package io.greenroom.api.meetings;

import io.greenroom.api.trackingfield.TrackingFields;
import io.greenroom.api.users.Assistants;
import io.greenroom.api.users.UserSettings;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import io.greenroom.live.LiveControl;
import io.greenroom.live.LiveTables;
import io.greenroom.live.Sessions;
import io.greenroom.parts.polls.Polls;
import io.greenroom.parts.registration.RegistrationTables;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import java.util.List;
import java.util.stream.Stream;

/** The Meetings group: meetings as hosts schedule them. */
public final class MeetingsGroup implements ApiGroup {
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
                        List.of(Polls.POLLS, MeetingTemplates.TEMPLATES))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void bind(Bindings on) {
        Schedules schedules = new Schedules(Kind.MEETING);
        Forms forms = new Forms(users, settings, schedules);
        Meetings meetings = new Meetings(forms);
        on.resolve("meeting", meetings::find);
        schedules.bind(on, MeetingEvents::purged);
        MeetingHosts hosts = new MeetingHosts(meetings, users, settings);
        Sessions sessions = new Sessions(Kind.MEETING, schedules, hosts);
        new MeetingHandler(meetings, forms, sessions, assistants, trackingFields).bind(on);
        new MeetingLinksHandler(meetings).bind(on);
        new MeetingStreamHandler(meetings).bind(on);
        new MeetingPollsHandler(meetings, forms).bind(on);
        new MeetingRegistrationHandler(hosts).bind(on);
        new MeetingTemplates(users).bind(on);
        new LiveControl(Kind.MEETING, sessions, hosts).bind(on);
        new PastMeetingsHandler(schedules).bind(on);
        new LeavingHosts(sessions).bind(on);
        new JoinPages(on, new MeetingDoor(meetings, sessions), users).bind();
        new MeetingListHandler(schedules, users).bind(on);
    }
}

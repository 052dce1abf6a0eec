package io.greenroom.api.meetings;

import io.greenroom.api.trackingfield.TrackingFields;
import io.greenroom.api.users.Assistants;
import io.greenroom.api.users.UserSettings;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import java.util.List;

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
        return Schedules.tables();
    }

    @Override
    public void bind(Bindings on) {
        Schedules schedules = new Schedules(Kind.MEETING);
        Meetings meetings = new Meetings(schedules, users);
        on.resolve("meeting", meetings::find);
        schedules.bind(on, MeetingEvents::purged);
        new MeetingHandler(meetings, users, settings, assistants, trackingFields).bind(on);
        new MeetingListHandler(schedules, users).bind(on);
    }
}

package io.greenroom.api.meetings;

import io.greenroom.api.users.UserSettings;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Hosts;

/** The hosts of meetings, for their sessions. */
record MeetingHosts(Meetings meetings, Users users, UserSettings settings) implements Hosts {

    @Override
    public Doc host(Call call, Doc schedule) {
        return meetings.host(call, schedule);
    }

    @Override
    public Doc user(Call call, String named) {
        return users.require(call, named);
    }

    @Override
    public HostSettings settings(Call call, Doc host) {
        return settings.effective(call, host);
    }
}

package io.greenroom.api.webinars;

import io.greenroom.api.meetings.ScheduleHosts;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Hosts;

/** The hosts of webinars, for their sessions. */
record WebinarHosts(ScheduleHosts hosts) implements Hosts {

    @Override
    public Doc host(Call call, Doc webinar) {
        return hosts.host(call, webinar);
    }

    @Override
    public Doc user(Call call, String named) {
        return hosts.user(call, named);
    }

    @Override
    public HostSettings settings(Call call, Doc host) {
        return hosts.settings(call, host);
    }

    @Override
    public void ended(Call call, Doc webinar, Doc session) {
        Absentees.keep(call, webinar, session);
    }
}

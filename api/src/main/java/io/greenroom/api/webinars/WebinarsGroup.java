package io.greenroom.api.webinars;

import io.greenroom.api.meetings.LeavingHosts;
import io.greenroom.api.meetings.ScheduleDoor;
import io.greenroom.api.meetings.ScheduleHosts;
import io.greenroom.api.trackingfield.TrackingFields;
import io.greenroom.api.users.UserSettings;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import io.greenroom.live.Door;
import io.greenroom.live.LiveActs;
import io.greenroom.live.LiveControl;
import io.greenroom.live.Sessions;
import io.greenroom.live.script.Commands;
import io.greenroom.live.script.Scripts;
import io.greenroom.parts.panelists.Panelists;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.scheduling.ScheduleAccess;
import io.greenroom.parts.scheduling.ScheduleEvents;
import io.greenroom.parts.scheduling.ScheduleForms;
import io.greenroom.parts.scheduling.ScheduleTemplates;
import java.util.List;

/** The Webinars group: webinars as hosts schedule them. */
public final class WebinarsGroup implements ApiGroup {
    private static final ScheduleAccess.Refusals REFUSALS = new ScheduleAccess.Refusals(
            List.of("webinar-not-host", "meeting-not-host", "host-foreign"), List.of(), List.of("host-foreign"));

    private final Users users;
    private final ScheduleHosts hosts;

    /**
     * Creates the group.
     *
     * @param settings of hosts
     */
    public WebinarsGroup(Users users, UserSettings settings, TrackingFields trackingFields) {
        this.users = users;
        this.hosts = new ScheduleHosts(users, settings, trackingFields);
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Panelists.PANELISTS,
                ScheduleTemplates.table(Kind.WEBINAR),
                TrackingSources.SOURCES,
                Absentees.ABSENTEES);
    }

    @Override
    public void bind(Bindings on) {
        Schedules schedules = new Schedules(Kind.WEBINAR);
        ScheduleForms forms = new ScheduleForms(hosts, schedules);
        ScheduleAccess access =
                new ScheduleAccess(schedules, REFUSALS, (call, number) -> Webinars.personal(users, call, number));
        Webinars webinars = new Webinars(access, hosts);
        on.resolve("webinar", webinars::find);
        schedules.bind(on, new ScheduleEvents(Kind.WEBINAR)::purged);
        WebinarHosts sessionHosts = new WebinarHosts(hosts);
        Sessions sessions = new Sessions(Kind.WEBINAR, schedules, sessionHosts);
        LiveActs acts = new LiveActs(sessions, sessionHosts);
        new WebinarHandler(forms, webinars, sessions, acts).bind(on);
        new PanelistHandler(hosts).bind(on);
        WebinarRegistrationHandler registration = new WebinarRegistrationHandler(hosts);
        registration.bind(on);
        new TrackingSources().bind(on);
        new LiveControl(Kind.WEBINAR, sessions, sessionHosts).bind(on);
        new Scripts(new Commands(Kind.WEBINAR, schedules, sessions, acts, sessionHosts, registration.registrations()))
                .bind(on);
        new Absentees(schedules).bind(on);
        new PastWebinarsHandler(schedules, hosts, webinars).bind(on);
        new LeavingHosts(Kind.WEBINAR, sessions).bind(on);
        on.provide(Door.class, new ScheduleDoor(access, hosts, sessions));
    }
}

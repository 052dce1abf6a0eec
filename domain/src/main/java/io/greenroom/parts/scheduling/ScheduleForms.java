package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.settings.EffectiveSettings;

/** Makes the forms of requests that create or change schedules of one kind. */
public record ScheduleForms(HostDirectory hosts, Schedules schedules) {

    /** The form for a host's schedules, with the settings in force for that host. */
    public ScheduleForm of(Call call, Doc host) {
        EffectiveSettings inForce = hosts.settings(call, host);
        return new ScheduleForm(call, schedules, host, inForce, new HostRules(call, schedules.kind(), hosts, host));
    }
}

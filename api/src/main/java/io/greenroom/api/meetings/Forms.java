package io.greenroom.api.meetings;

import io.greenroom.api.users.UserSettings;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.settings.EffectiveSettings;

/** Makes the forms of requests that create or change meetings. */
record Forms(Users users, UserSettings settings, Schedules schedules) {

    /** The form for a host's meetings, with the settings in force for that host. */
    MeetingForm of(Call call, Doc host) {
        EffectiveSettings inForce = settings.effective(call, host);
        return new MeetingForm(call, schedules, host, inForce, new HostRules(call, users, host, inForce));
    }
}

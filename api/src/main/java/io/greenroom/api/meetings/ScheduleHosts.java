package io.greenroom.api.meetings;

import io.greenroom.api.trackingfield.TrackingFields;
import io.greenroom.api.users.UserSettings;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Hosts;
import io.greenroom.parts.scheduling.HostDirectory;
import io.greenroom.parts.settings.EffectiveSettings;
import java.util.List;
import java.util.Optional;

/**
 * The users who host meetings and webinars.
 *
 * @param settings of users
 */
public record ScheduleHosts(Users users, UserSettings settings, TrackingFields trackingFields)
        implements HostDirectory, Hosts {

    @Override
    public Optional<Doc> find(Call call, String named) {
        return users.find(call, named);
    }

    @Override
    public Doc user(Call call, String named) {
        return users.require(call, named);
    }

    @Override
    public Doc host(Call call, Doc schedule) {
        return HostDirectory.super.host(call, schedule);
    }

    @Override
    public EffectiveSettings settings(Call call, Doc user) {
        return settings.effective(call, user);
    }

    @Override
    public List<Doc> tracked(Call call, List<Doc> given) {
        return trackingFields.shown(call, given);
    }
}

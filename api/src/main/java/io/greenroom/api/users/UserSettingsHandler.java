package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.LicenceLost;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.parts.licences.FeatureChange;
import io.greenroom.parts.meetingsettings.MeetingSettings;

/** The settings of one user. */
final class UserSettingsHandler {
    private final UserDirectory directory;
    private final UserSettings settings;

    UserSettingsHandler(UserDirectory directory, UserSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    void bind(Bindings on) {
        on.doc("userSettings", this::show);
        on.done("userSettingsUpdate", this::change);
        on.fact(LicenceLost.class, (call, lost) -> settings.loseFeatures(call, lost.user()));
    }

    private Doc show(Call call) {
        Doc user = directory.asked(call);
        return UserSettings.OPERATIONS.show(
                call,
                UserSettings.layers(call, user),
                all -> MeetingSettings.showBackgrounds(all, settings.backgrounds(call, user)));
    }

    private void change(Call call) {
        Doc user = directory.asked(call);
        Doc request = call.body().copy();
        request.optionalDoc("feature")
                .ifPresentOrElse(feature -> checkFeatures(call, user, feature), () -> request.remove("feature"));
        Changes change = UserSettings.OPERATIONS.change(call, UserSettings.layers(call, user), request);
        if (!change.isNone()) {
            boolean personal = settings.usesPersonalMeeting(call, user);
            if (personal != user.flag("use_pmi")) {
                call.store().update(USERS, user.copy().put("use_pmi", personal));
            }
            call.announce(
                    "user.settings_updated",
                    Announcement.of(event(call, user, change.after())).old(event(call, user, change.before())));
        }
    }

    /** Features need licences, which only administrators assign. */
    private void checkFeatures(Call call, Doc user, Doc feature) {
        if (!directory.mayEdit(call)) {
            throw call.refuse("no-permission");
        }
        Doc now = settings.effective(call, user).document().doc("feature");
        new FeatureChange(UserDirectory.LICENCES, call, user, now, feature).check();
    }

    private static Doc event(Call call, Doc user, Doc changed) {
        return call.blank("UserSettingsEvent").put("id", user.id()).put("settings", changed);
    }
}

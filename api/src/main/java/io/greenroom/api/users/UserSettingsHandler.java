package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.SettingView;
import java.util.List;
import java.util.Optional;

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
        Doc user = joined(call);
        Doc all = settings.effective(call, user);
        all.within("in_meeting").within("virtual_background_settings").put("files", settings.backgrounds(call, user));
        Optional<SettingView> view = SettingView.of(call.query());
        List<LayerKey> chain = UserSettings.chain(call, user);
        view.flatMap(SettingView::options)
                .ifPresent(options -> all.put("authentication_options", options.effective(call, chain)));
        return SettingView.asked(SettingView.cut(all, view), call.query());
    }

    private void change(Call call) {
        Doc user = joined(call);
        Doc request = call.body().copy();
        request.optionalDoc("feature")
                .ifPresentOrElse(feature -> checkFeatures(call, user, feature), () -> request.remove("feature"));
        Changes change = settings.change(call, user, request);
        call.body().optionalDoc("authentication_option").ifPresent(option -> SettingView.of(call.query())
                .flatMap(SettingView::options)
                .ifPresent(options -> options.change(call, UserSettings.chain(call, user), option)));
        if (!change.isNone()) {
            boolean personal = UserSettings.usesPersonalMeeting(call, user);
            if (personal != user.flag("use_pmi")) {
                call.store().update(USERS, user.copy().put("use_pmi", personal));
            }
            call.announce(
                    "user.settings_updated",
                    Announcement.of(event(call, user, change.after())).old(event(call, user, change.before())));
        }
    }

    /** Features are licences, which only administrators give. */
    private void checkFeatures(Call call, Doc user, Doc feature) {
        if (!directory.mayEdit(call)) {
            throw call.refuse("no-permission");
        }
        Doc now = settings.effective(call, user).doc("feature");
        new FeatureChange(call, user, now, feature).check();
    }

    private static Doc event(Call call, Doc user, Doc changed) {
        return call.blank("UserSettingsEvent").put("id", user.id()).put("settings", changed);
    }

    /** The user in the path, who must have accepted their invitation. */
    private Doc joined(Call call) {
        Doc user = directory.asked(call);
        if (UserState.of(user) == UserState.PENDING) {
            throw call.refuse("settings-pending");
        }
        return user;
    }
}

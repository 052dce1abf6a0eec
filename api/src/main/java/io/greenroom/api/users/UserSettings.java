package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.licences.PaidFeature;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.members.UserGroups;
import io.greenroom.parts.settings.EffectiveSettings;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.Settings;
import io.greenroom.parts.settings.SettingsOperations;
import java.util.ArrayList;
import java.util.List;

/** The settings of users, with four kinds of layers: account, primary group, locks of other groups, user. */
public final class UserSettings {
    private static final int PASSCODE_DIGITS = 6;

    private static final Settings SETTINGS =
            MeetingSettings.settings("UserSettings", List.of(MeetingSettings.SECURITY));
    static final SettingsOperations OPERATIONS = MeetingSettings.operations(SETTINGS);

    private final VirtualBackgrounds backgrounds;

    UserSettings(VirtualBackgrounds backgrounds) {
        this.backgrounds = backgrounds;
    }

    /** The layers that apply to a user. Their first group is the primary one. */
    static List<LayerKey> layers(Call call, Doc user) {
        List<LayerKey> keys = new ArrayList<>(List.of(LayerKey.account(user.text("account_id"))));
        List<String> groups = UserGroups.of(call, user);
        groups.stream().limit(1).map(LayerKey::group).forEach(keys::add);
        groups.stream().skip(1).map(LayerKey::locksOfGroup).forEach(keys::add);
        keys.add(LayerKey.user(user.id()));
        return keys;
    }

    /** The virtual backgrounds that a user can choose: the account's, the primary group's, their own. */
    List<Doc> backgrounds(Call call, Doc user) {
        return layers(call, user).stream()
                .filter(key -> !key.locksOnly())
                .flatMap(key -> backgrounds.of(call, key.ownerId()).stream())
                .toList();
    }

    /** A user's settings in force. */
    public EffectiveSettings effective(Call call, Doc user) {
        return SETTINGS.effective(call, layers(call, user));
    }

    private static Changes change(Call call, Doc user, Doc request) {
        return SETTINGS.change(call, layers(call, user), request);
    }

    /** Copies {@code use_pmi} from the profile: profile and settings both have it. */
    void usePersonalMeeting(Call call, Doc user) {
        Doc request = call.blank("UserSettings");
        request.within("schedule_meeting").put("use_pmi_for_instant_meetings", user.flag("use_pmi"));
        change(call, user, request);
    }

    /** Whether a user's instant meetings use the personal meeting id, by the settings. */
    boolean usesPersonalMeeting(Call call, Doc user) {
        return effective(call, user).flag("schedule_meeting.use_pmi_for_instant_meetings");
    }

    /** Draws the passcode of a new user's personal meeting. */
    void begin(Call call, Doc user) {
        Doc request = call.blank("UserSettings");
        request.within("schedule_meeting").put("pmi_password", call.ids().passcode(PASSCODE_DIGITS));
        change(call, user, request);
    }

    boolean hasWebinars(Call call, Doc user) {
        return effective(call, user).flag("feature.webinar");
    }

    /** Removes the paid features of a user without a licence. */
    void loseFeatures(Call call, Doc user) {
        Doc request = call.blank("UserSettings");
        Doc feature = request.within("feature");
        for (PaidFeature paid : PaidFeature.values()) {
            feature.put(paid.field(), Doc.NULL).put(paid.capacity(), Doc.NULL);
        }
        change(call, user, request);
    }

    void forget(Call call, Doc user) {
        MeetingSettings.LAYERS.delete(call.store(), LayerKey.user(user.id()));
        backgrounds.forget(call, user.id());
    }

    void move(Transaction from, Transaction to, Doc user) {
        MeetingSettings.LAYERS.move(from, to, LayerKey.user(user.id()));
        backgrounds.move(from, to, user.id());
    }
}

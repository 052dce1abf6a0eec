package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.settings.EffectiveSettings;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.SettingAlias;
import io.greenroom.parts.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** The settings of users: the account's, their first group's, what other groups lock, and their own. */
final class UserSettings {
    private static final int PASSCODE_DIGITS = 6;

    private static final Settings SETTINGS = new Settings("UserSettings", SettingAlias.SECURITY);

    private final VirtualBackgrounds backgrounds;

    UserSettings(VirtualBackgrounds backgrounds) {
        this.backgrounds = backgrounds;
    }

    /** The layers that count for a user. Their first group is the primary one. */
    static List<LayerKey> chain(Call call, Doc user) {
        List<LayerKey> chain = new ArrayList<>(List.of(LayerKey.account(user.text("account_id"))));
        List<String> groups = UserGroups.of(call, user);
        groups.stream().limit(1).map(LayerKey::group).forEach(chain::add);
        groups.stream().skip(1).map(LayerKey::locksOfGroup).forEach(chain::add);
        chain.add(LayerKey.user(user.id()));
        return chain;
    }

    /** The virtual backgrounds that a user finds: the account's, the primary group's, their own. */
    List<Doc> backgrounds(Call call, Doc user) {
        return chain(call, user).stream()
                .filter(place -> !place.locksOnly())
                .flatMap(place -> backgrounds.of(call, place.ownerId()).stream())
                .toList();
    }

    /** All settings in force; the document is the caller's to change. */
    Doc effective(Call call, Doc user) {
        return SETTINGS.effective(call, chain(call, user));
    }

    /** The same, to be asked for one by one. */
    static EffectiveSettings look(Call call, Doc user) {
        return SETTINGS.look(call, chain(call, user));
    }

    Changes change(Call call, Doc user, Doc request) {
        return SETTINGS.change(call, chain(call, user), request);
    }

    /** The profile and the settings both say whether instant meetings are personal: sets the one as the other is. */
    void usePersonalMeeting(Call call, Doc user) {
        Doc request = call.blank("UserSettings");
        request.within("schedule_meeting").put("use_pmi_for_instant_meetings", user.flag("use_pmi"));
        change(call, user, request);
    }

    /** Whether a user's instant meetings are personal, as far as the settings say. */
    static boolean usesPersonalMeeting(Call call, Doc user) {
        return look(call, user).flag("schedule_meeting.use_pmi_for_instant_meetings");
    }

    /** What a user's settings begin with: a passcode for the personal meeting. */
    void begin(Call call, Doc user) {
        Doc request = call.blank("UserSettings");
        request.within("schedule_meeting")
                .put("pmi_password", Long.toString(call.ids().digits(PASSCODE_DIGITS)));
        change(call, user, request);
    }

    boolean hasWebinars(Call call, Doc user) {
        return look(call, user).flag("feature.webinar");
    }

    /** Takes away the paid features of somebody who has lost their licence. */
    void loseFeatures(Call call, Doc user) {
        Doc request = call.blank("UserSettings");
        Doc feature = request.within("feature");
        for (PaidFeature paid : PaidFeature.values()) {
            feature.put(paid.field(), Doc.NULL).put(paid.capacity(), Doc.NULL);
        }
        change(call, user, request);
    }

    void forget(Call call, Doc user) {
        Settings.forget(call.store(), LayerKey.user(user.id()));
        backgrounds.forget(call, user.id());
    }

    void move(Transaction from, Transaction to, Doc user) {
        Settings.move(from, to, LayerKey.user(user.id()));
        backgrounds.move(from, to, user.id());
    }
}

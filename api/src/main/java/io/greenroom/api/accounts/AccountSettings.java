package io.greenroom.api.accounts;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.settings.EffectiveSettings;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.Locks;
import io.greenroom.parts.settings.Settings;
import java.util.List;

/** The settings of accounts, the outermost layer. Threads may share it. */
public final class AccountSettings {
    static final Settings SETTINGS =
            MeetingSettings.settings("AccountSettings", List.of(MeetingSettings.SECURITY, MeetingSettings.SPELLINGS));
    static final Locks LOCKS = MeetingSettings.locks(
            "AccountLocksRecord",
            List.of(
                    MeetingSettings.SECURITY,
                    MeetingSettings.SPELLINGS,
                    MeetingSettings.AUTHENTICATION_LOCKS,
                    MeetingSettings.REMINDERS));

    AccountSettings() {}

    /** The settings in force in the account of a call. */
    public EffectiveSettings effective(Call call) {
        return SETTINGS.effective(call, layers(call));
    }

    static List<LayerKey> layers(Call call) {
        return List.of(LayerKey.account(call.account().id()));
    }

    /**
     * Announces a change in the account that has the settings and in its master account: subscribers also receive the
     * events of sub accounts, as later documentation says.
     *
     * @param schema of the event's object
     */
    static void announce(Call call, Call account, String event, String schema, Changes change) {
        if (change.isNone()) {
            return;
        }
        Announcement what = Announcement.of(changed(account, schema, change.after()))
                .old(changed(account, schema, change.before()));
        account.announce(event, what);
        account.account()
                .optionalText("master_id")
                .ifPresent(master -> call.announceIn(call.store().as(master), event, what));
    }

    private static Doc changed(Call account, String schema, Doc settings) {
        return account.blank(schema).put("id", account.account().id()).put("settings", settings);
    }
}

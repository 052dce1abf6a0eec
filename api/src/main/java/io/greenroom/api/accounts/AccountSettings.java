package io.greenroom.api.accounts;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.parts.settings.EffectiveSettings;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.Locks;
import io.greenroom.parts.settings.SettingAlias;
import io.greenroom.parts.settings.Settings;
import java.util.List;

/** The settings of accounts, which nothing is above. Threads may share it. */
public final class AccountSettings {
    static final Settings SETTINGS =
            new Settings("AccountSettings", joined(List.of(SettingAlias.SECURITY, SettingAlias.SPELLINGS)));
    static final Locks LOCKS = new Locks(
            "AccountLocksRecord",
            joined(List.of(
                    SettingAlias.SECURITY,
                    SettingAlias.SPELLINGS,
                    SettingAlias.AUTHENTICATION_LOCKS,
                    SettingAlias.REMINDERS)));

    AccountSettings() {}

    private static List<SettingAlias> joined(List<List<SettingAlias>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** What is in force in the account of a call, to be asked for one by one. */
    public EffectiveSettings effective(Call call) {
        return SETTINGS.look(call, chain(call));
    }

    static List<LayerKey> chain(Call call) {
        return List.of(LayerKey.account(call.account().id()));
    }

    /**
     * Announces a change where the settings are, and to the account above. Later documentation says that whoever
     * subscribes hears of the accounts below too.
     *
     * @param schema of what the event tells
     */
    static void announce(Call call, Call account, String event, String schema, Changes change) {
        if (change.isNone()) {
            return;
        }
        Announcement what =
                Announcement.of(told(account, schema, change.after())).old(told(account, schema, change.before()));
        account.announce(event, what);
        account.account()
                .optionalText("master_id")
                .ifPresent(master -> call.announceIn(call.store().as(master), event, what));
    }

    private static Doc told(Call account, String schema, Doc changed) {
        return account.blank(schema).put("id", account.account().id()).put("settings", changed);
    }
}

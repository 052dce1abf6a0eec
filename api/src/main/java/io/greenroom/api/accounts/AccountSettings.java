package io.greenroom.api.accounts;

import io.greenroom.kernel.Announcement;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.parts.settings.InForce;
import io.greenroom.parts.settings.Locks;
import io.greenroom.parts.settings.Place;
import io.greenroom.parts.settings.SettingChange;
import io.greenroom.parts.settings.Settings;
import io.greenroom.parts.settings.Synonym;
import java.util.List;

/** The settings of accounts, which nothing is above. Threads may share it. */
public final class AccountSettings {
    static final Settings SETTINGS =
            new Settings("AccountSettings", joined(List.of(Synonym.SECURITY, Synonym.SPELLINGS)));
    static final Locks LOCKS = new Locks(
            "AccountLocksRecord",
            joined(List.of(Synonym.SECURITY, Synonym.SPELLINGS, Synonym.AUTHENTICATION_LOCKS, Synonym.REMINDERS)));

    AccountSettings() {}

    private static List<Synonym> joined(List<List<Synonym>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** What is in force in the account of a call, to be asked for one by one. */
    public InForce inForce(Call call) {
        return SETTINGS.look(call, chain(call));
    }

    static List<Place> chain(Call call) {
        return List.of(Place.account(call.account().id()));
    }

    /**
     * Announces a change where the settings are, and to the account above. Later documentation says that whoever
     * subscribes hears of the accounts below too.
     *
     * @param schema of what the event tells
     */
    static void announce(Call call, Call account, String event, String schema, SettingChange change) {
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

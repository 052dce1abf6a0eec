package io.greenroom.api.accounts;

import static io.greenroom.api.accounts.AccountSettings.LOCKS;
import static io.greenroom.api.accounts.AccountSettings.SETTINGS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.LinkedSettings;
import io.greenroom.parts.settings.LinkedSettings.Linked;
import io.greenroom.parts.settings.SettingsOperations;
import java.util.List;
import java.util.stream.Stream;

/** The settings that an account locks for its groups and users. */
final class AccountLocksHandler {
    private static final LinkedSettings LINKED = new LinkedSettings(Stream.concat(
                    MeetingSettings.LINKED.stream(),
                    Stream.of(Linked.byLock("schedule_meeting", "enforce_login_domains", "enforce_login_with_domains")))
            .toList());
    private static final SettingsOperations OPERATIONS = MeetingSettings.operations(SETTINGS);

    void bind(Bindings on) {
        on.doc("getAccountLockSettings", AccountLocksHandler::show);
        on.done("updateAccountLockSettings", AccountLocksHandler::change);
    }

    private static Doc show(Call call) {
        Call account = AccountAccess.asked(call);
        AccountAccess.requirePlan(account);
        List<LayerKey> keys = AccountSettings.layers(account);
        Doc locks = LOCKS.effective(account, keys);
        Doc settings = SETTINGS.effective(account, keys).document();
        return OPERATIONS.select(LINKED.shown(call.blank("AccountLocks"), locks, settings), call.query());
    }

    private static void change(Call call) {
        Call account = AccountAccess.asked(call);
        AccountAccess.requirePlan(account);
        if (!DomainLists.fit(call.body())) {
            throw call.refuse("domain-list-invalid");
        }
        List<LayerKey> keys = AccountSettings.layers(account);
        Changes settings = SETTINGS.change(account, keys, LINKED.values(call.body(), call.blank("AccountSettings")));
        Changes locks = LOCKS.change(account, keys, LINKED.locks(call.body(), call.blank("AccountLocksRecord")));
        AccountSettings.announce(call, account, "account.lock_settings_updated", "AccountLocksEvent", locks);
        AccountSettings.announce(call, account, "account.settings_updated", "AccountSettingsEvent", settings);
    }
}

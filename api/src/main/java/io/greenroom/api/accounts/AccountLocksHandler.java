package io.greenroom.api.accounts;

import static io.greenroom.api.accounts.AccountSettings.LOCKS;
import static io.greenroom.api.accounts.AccountSettings.SETTINGS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.LinkedSettings;
import io.greenroom.parts.settings.LinkedSettings.Held;
import io.greenroom.parts.settings.SettingView;
import java.util.List;
import java.util.stream.Stream;

/** What an account locks for its groups and users. */
final class AccountLocksHandler {
    private static final LinkedSettings HELD = new LinkedSettings(Stream.concat(
                    LinkedSettings.COMMON.all().stream(),
                    Stream.of(new Held("schedule_meeting", "enforce_login_domains", "enforce_login_with_domains")))
            .toList());

    void bind(Bindings on) {
        on.doc("getAccountLockSettings", AccountLocksHandler::show);
        on.done("updateAccountLockSettings", AccountLocksHandler::change);
    }

    private static Doc show(Call call) {
        Call account = AccountAccess.asked(call);
        AccountAccess.requirePlan(account);
        List<LayerKey> chain = AccountSettings.chain(account);
        Doc locks = LOCKS.effective(account, chain);
        Doc settings = SETTINGS.effective(account, chain);
        Doc shown = HELD.shown(call.blank("AccountLocks"), locks, settings);
        return SettingView.asked(SettingView.cut(shown, SettingView.of(call.query())), call.query());
    }

    private static void change(Call call) {
        Call account = AccountAccess.asked(call);
        AccountAccess.requirePlan(account);
        if (!DomainLists.fit(call.body())) {
            throw call.refuse("domain-list-invalid");
        }
        List<LayerKey> chain = AccountSettings.chain(account);
        Changes settings = SETTINGS.change(account, chain, HELD.values(call.body(), call.blank("AccountSettings")));
        Changes locks = LOCKS.change(account, chain, HELD.locks(call.body(), call.blank("AccountLocksRecord")));
        AccountSettings.announce(call, account, "account.lock_settings_updated", "AccountLocksEvent", locks);
        AccountSettings.announce(call, account, "account.settings_updated", "AccountSettingsEvent", settings);
    }
}

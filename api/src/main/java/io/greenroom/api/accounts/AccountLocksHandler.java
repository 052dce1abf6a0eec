package io.greenroom.api.accounts;

import static io.greenroom.api.accounts.AccountSettings.LOCKS;
import static io.greenroom.api.accounts.AccountSettings.SETTINGS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.parts.settings.Place;
import io.greenroom.parts.settings.SettingChange;
import io.greenroom.parts.settings.SettingView;
import java.util.List;
import java.util.Optional;

/** What an account locks for its groups and users. */
final class AccountLocksHandler {
    /** Settings that are shown and changed among the locks, and are held by the lock of a switch. */
    private static final List<Held> HELD = List.of(
            new Held("schedule_meeting", "enforce_login_domains", "enforce_login_with_domains"),
            new Held("recording", "ip_address_access_control", "ip_address_access_control"),
            new Held("meeting_security", "encryption_type", "end_to_end_encrypted_meetings"),
            new Held("meeting_security", "meeting_password_requirement", "meeting_password"),
            new Held("meeting_security", "waiting_room_settings", "waiting_room"),
            new Held("meeting_security", "block_user_domain_list", "block_user_domain"));

    private record Held(String group, String setting, String byLock) {}

    void bind(Bindings on) {
        on.doc("getAccountLockSettings", AccountLocksHandler::show);
        on.done("updateAccountLockSettings", AccountLocksHandler::change);
    }

    private static Doc show(Call call) {
        Call account = Reach.asked(call, "account-unknown");
        Reach.requirePlan(account, "account-without-plan");
        List<Place> chain = AccountSettings.chain(account);
        Doc locks = LOCKS.inForce(account, chain);
        Doc settings = SETTINGS.inForce(account, chain);
        HELD.forEach(held -> locks.within(held.group).remove(held.setting));
        Doc shown = call.blank("AccountLocks").take(locks);
        for (Held held : HELD) {
            Object value = settings.doc(held.group).get(held.setting);
            shown.within(held.group).put(held.setting, Optional.ofNullable(value));
        }
        return SettingView.asked(SettingView.cut(shown, SettingView.of(call.query())), call.query());
    }

    private static void change(Call call) {
        Call account = Reach.asked(call, "account-missing");
        Reach.requirePlan(account, "account-without-plan");
        if (!DomainLists.fit(call.body())) {
            throw call.refuse("domain-list-invalid");
        }
        List<Place> chain = AccountSettings.chain(account);
        SettingChange settings = SETTINGS.change(account, chain, values(call));
        SettingChange locks = LOCKS.change(account, chain, locks(call));
        AccountSettings.announce(call, account, "account.lock_settings_updated", "AccountLocksEvent", locks);
        AccountSettings.announce(call, account, "account.settings_updated", "AccountSettingsEvent", settings);
    }

    /** The settings among what a request brings. */
    private static Doc values(Call call) {
        Doc values = call.blank("AccountSettings");
        HELD.forEach(held -> value(call.body(), held.group, held.setting)
                .ifPresent(value -> values.within(held.group).put(held.setting, value)));
        return values;
    }

    /** The locks among it, and those of what they hold. */
    private static Doc locks(Call call) {
        Doc request = call.body().copy();
        HELD.forEach(held -> request.optionalDoc(held.group).ifPresent(group -> group.remove(held.setting)));
        Doc locks = call.blank("AccountLocksRecord");
        for (String name : request.names()) {
            request.optionalDoc(name)
                    .ifPresentOrElse(
                            group -> locks.put(name, plain(locks, name, group)), () -> locks.put(name, Doc.NULL));
        }
        HELD.forEach(held -> value(locks, held.group, held.byLock)
                .ifPresent(lock -> locks.within(held.group).put(held.setting, lock)));
        // Addresses have no switch of their own among the locks: they are held while they are in force.
        call.body()
                .optionalDoc("recording")
                .flatMap(group -> value(group, "ip_address_access_control", "enable"))
                .ifPresent(lock -> locks.within("recording").put("ip_address_access_control", lock));
        return locks;
    }

    /** A group of locks without what stands beside them. */
    private static Doc plain(Doc locks, String name, Doc group) {
        Doc plain = locks.copy().within(name);
        group.names().forEach(lock -> plain.put(lock, Optional.ofNullable(group.get(lock))));
        return plain;
    }

    private static Optional<Object> value(Doc settings, String group, String name) {
        return settings.optionalDoc(group).map(found -> found.get(name));
    }
}

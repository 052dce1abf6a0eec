package io.greenroom.api.accounts;

import static io.greenroom.api.accounts.AccountSettings.SETTINGS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.SettingsOperations;
import java.util.List;

/** The settings of an account. */
final class AccountSettingsHandler {
    private static final String SECURITY = "security";
    private static final String FACTORS = "sign_in_with_two_factor_auth";
    private static final SettingsOperations OPERATIONS = new SettingsOperations(SETTINGS, AccountSection.all());

    private final VirtualBackgrounds backgrounds;

    AccountSettingsHandler(VirtualBackgrounds backgrounds) {
        this.backgrounds = backgrounds;
    }

    void bind(Bindings on) {
        on.doc("accountSettings", this::show);
        on.done("accountSettingsUpdate", AccountSettingsHandler::change);
    }

    private Doc show(Call call) {
        Call account = AccountAccess.asked(call);
        AccountAccess.requirePlan(account);
        List<LayerKey> keys = AccountSettings.layers(account);
        if (isAboutSecurity(call)) {
            Doc security = SETTINGS.effective(account, keys).document().doc(SECURITY);
            removeIdle(account, security);
            return SettingsOperations.fields(call.as("AccountSettingsView", security), call.query());
        }
        return call.as("AccountSettingsView", OPERATIONS.show(account, keys, all -> {
            removeIdle(account, all.doc(SECURITY));
            MeetingSettings.showBackgrounds(
                    all, backgrounds.of(account, account.account().id()));
        }));
    }

    private static boolean isAboutSecurity(Call call) {
        return call.query().text("option", "").equals(SECURITY);
    }

    /** Lists the groups and roles that must sign in with two factors only while they must and exist. */
    private static void removeIdle(Call account, Doc security) {
        String factors = security.text(FACTORS);
        for (String kind : List.of("group", "role")) {
            String field = FACTORS + "_" + kind + "s";
            if (factors.equals(kind)) {
                security.put(field, existing(account, kind, security.texts(field)));
            } else {
                security.remove(field);
            }
        }
    }

    private static List<String> existing(Call account, String kind, List<String> ids) {
        return ids.stream().filter(id -> account.identify(kind, id).isPresent()).toList();
    }

    private static void change(Call call) {
        Call account = AccountAccess.asked(call);
        AccountAccess.requirePlan(account);
        if (!DomainLists.fit(call.body())) {
            throw call.refuse("domain-list-invalid");
        }
        Doc request = call.body().copy();
        if (isAboutSecurity(call)) {
            // With this option, requests may have the security settings on their own, as the answer of GET has.
            request.within(SECURITY).take(call.body());
        }
        Changes change = OPERATIONS.change(account, AccountSettings.layers(account), request);
        AccountSettings.announce(call, account, "account.settings_updated", "AccountSettingsEvent", change);
    }
}

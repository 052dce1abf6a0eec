package io.greenroom.api.accounts;

import static io.greenroom.api.accounts.AccountSettings.SETTINGS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.names.Name;
import io.greenroom.parts.settings.AuthenticationOptions;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.SettingView;
import java.util.List;
import java.util.Optional;

/** The settings of an account. */
final class AccountSettingsHandler {
    private static final String SECURITY = "security";
    private static final String FACTORS = "sign_in_with_two_factor_auth";
    private static final String OPTIONS = "authentication_options";
    private static final String WITH_DOMAINS = "enforce_login_with_domains";
    private static final int MOST_OPTIONS = 20;

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
        List<LayerKey> chain = AccountSettings.chain(account);
        Doc all = SETTINGS.effective(account, chain);
        Doc security = withoutIdle(account, all.doc(SECURITY));
        if (isAboutSecurity(call)) {
            return SettingView.asked(call.as("AccountSettingsView", security), call.query());
        }
        all.within("in_meeting")
                .within("virtual_background_settings")
                .put("files", backgrounds.of(account, account.account().id()));
        Optional<SettingView> view = SettingView.of(call.query());
        view.flatMap(SettingView::options).ifPresent(options -> all.put(OPTIONS, options.effective(account, chain)));
        Doc shown = SettingView.asked(SettingView.cut(all, view), call.query());
        return call.as("AccountSettingsView", shown);
    }

    private static boolean isAboutSecurity(Call call) {
        return call.query().text("option", "").equals(SECURITY);
    }

    /** The groups and roles that must sign in with two factors are told only while they must and are there. */
    private static Doc withoutIdle(Call account, Doc security) {
        String factors = security.text(FACTORS);
        for (String kind : List.of("group", "role")) {
            String field = FACTORS + "_" + kind + "s";
            if (factors.equals(kind)) {
                security.put(field, there(account, kind, security.texts(field)));
            } else {
                security.remove(field);
            }
        }
        return security;
    }

    private static List<String> there(Call account, String kind, List<String> ids) {
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
            // With this option the answer of GET has the security settings by themselves, so they may come so too.
            request.within(SECURITY).take(call.body());
        }
        Changes change = SETTINGS.change(account, AccountSettings.chain(account), request);
        call.body().optionalDoc("authentication_option").ifPresent(option -> SettingView.of(call.query())
                .flatMap(SettingView::options)
                .ifPresent(options -> changeOption(account, options, option, change)));
        AccountSettings.announce(call, account, "account.settings_updated", "AccountSettingsEvent", change);
    }

    private static void changeOption(Call account, AuthenticationOptions options, Doc wanted, Changes change) {
        List<LayerKey> chain = AccountSettings.chain(account);
        List<Doc> before = options.effective(account, chain);
        switch (wanted.text("action", "update")) {
            case "add" -> {
                check(account, options, wanted.copy().remove("id"), before);
                if (before.size() >= MOST_OPTIONS) {
                    throw account.refuse("authentication-options-max");
                }
                options.add(account, chain, wanted);
            }
            case "delete" -> {
                require(account, before, wanted);
                if (before.size() == 1) {
                    throw invalid(account, "action");
                }
                options.remove(account, chain, wanted.text("id"));
            }
            default -> {
                Doc known = require(account, before, wanted);
                check(account, options, known.copy().take(wanted), before);
                options.change(account, chain, wanted);
            }
        }
        List<Doc> after = options.effective(account, chain);
        if (!after.equals(before)) {
            change.before().put(OPTIONS, before);
            change.after().put(OPTIONS, after);
        }
    }

    private static Doc require(Call account, List<Doc> options, Doc wanted) {
        return options.stream()
                .filter(option -> option.id().equals(wanted.text("id", "")))
                .findFirst()
                .orElseThrow(() -> invalid(account, "id"));
    }

    /** What an option shall be, as a whole. */
    private static void check(Call account, AuthenticationOptions options, Doc option, List<Doc> others) {
        Name name = Name.of(option.text("name", ""));
        boolean taken = others.stream()
                .anyMatch(other -> Name.of(other.text("name")).key().equals(name.key())
                        && !other.id().equals(option.text("id", "")));
        if (name.isEmpty() || taken) {
            throw invalid(account, "name");
        }
        String type = option.text("type", "");
        if (!options.allows(type)) {
            throw invalid(account, "type");
        }
        String domains = option.text("domains", "");
        boolean fit = domains.isBlank() ? !type.equals(WITH_DOMAINS) : DomainLists.areDomains(domains);
        if (!fit) {
            throw account.refuse("domain-list-invalid");
        }
    }

    private static Refusal invalid(Call account, String field) {
        return account.refuse("authentication-option-invalid", "field", field);
    }
}

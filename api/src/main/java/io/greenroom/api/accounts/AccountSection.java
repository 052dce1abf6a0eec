package io.greenroom.api.accounts;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.parts.meetingsettings.AuthenticationOptions;
import io.greenroom.parts.meetingsettings.MeetingSection;
import io.greenroom.parts.names.Name;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.SettingSection;
import java.util.Arrays;
import java.util.List;

/** A section of meeting settings in an account, which defines the authentication options. */
record AccountSection(MeetingSection section) implements SettingSection {
    private static final String WITH_DOMAINS = "enforce_login_with_domains";
    private static final int MOST_OPTIONS = 20;

    static List<AccountSection> all() {
        return Arrays.stream(MeetingSection.values()).map(AccountSection::new).toList();
    }

    @Override
    public boolean isNamed(String option) {
        return section.isNamed(option);
    }

    @Override
    public List<String> fields() {
        return section.fields();
    }

    @Override
    public void show(Call account, List<LayerKey> keys, Doc settings) {
        section.show(account, keys, settings);
    }

    @Override
    public void change(Call account, List<LayerKey> keys, Changes change) {
        account.body().optionalDoc("authentication_option").ifPresent(option -> section.options()
                .ifPresent(options -> change(account, keys, options, option, change)));
    }

    /** Accounts add and delete options; the other layers only change them. */
    private static void change(
            Call account, List<LayerKey> keys, AuthenticationOptions options, Doc wanted, Changes change) {
        List<Doc> before = options.effective(account, keys);
        switch (wanted.text("action", "update")) {
            case "add" -> {
                check(account, options, wanted.copy().remove("id"), before);
                if (before.size() >= MOST_OPTIONS) {
                    throw account.refuse("authentication-options-max");
                }
                options.add(account, keys, wanted);
            }
            case "delete" -> {
                require(account, before, wanted);
                if (before.size() == 1) {
                    throw invalid(account, "action");
                }
                options.remove(account, keys, wanted.text("id"));
            }
            default -> {
                Doc known = require(account, before, wanted);
                check(account, options, known.copy().take(wanted), before);
                options.change(account, keys, wanted);
            }
        }
        List<Doc> after = options.effective(account, keys);
        if (!after.equals(before)) {
            change.before().put("authentication_options", before);
            change.after().put("authentication_options", after);
        }
    }

    private static Doc require(Call account, List<Doc> options, Doc wanted) {
        return options.stream()
                .filter(option -> option.id().equals(wanted.text("id", "")))
                .findFirst()
                .orElseThrow(() -> invalid(account, "id"));
    }

    /** Checks an option as it will be. */
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

package io.greenroom.parts.policies;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.settings.LayerKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The policy of an account about its users: what the account's settings say of users, and the rest, which only the
 * control API can change.
 *
 * @param decisions of the contract's {@code UserPolicyRecord}, defaults filled
 */
public record UserPolicy(Doc decisions) {
    public static final Table POLICIES = Table.of("user_policies", "UserPolicyRecord");

    public static UserPolicy of(Transaction store) {
        Doc decisions = store.find(POLICIES, store.account()).map(Doc::copy).orElseGet(() -> store.blank(POLICIES));
        LayerKey account = LayerKey.account(store.account());
        MeetingSettings.LAYERS.decided(store, account, "security").ifPresent(security -> {
            set(
                    decisions,
                    "users_edit_profile",
                    Optional.ofNullable(security.get("admin_change_name_pic")).map(admins -> !admins.equals(true)));
            security.optionalDoc("password_requirement").ifPresent(rules -> {
                set(decisions, "password_length", Optional.ofNullable(rules.get("minimum_password_length")));
                set(decisions, "password_needs_special", Optional.ofNullable(rules.get("have_special_character")));
                set(decisions, "password_run", Optional.ofNullable(rules.get("consecutive_characters_length")));
            });
        });
        return new UserPolicy(decisions.fillDefaults());
    }

    /** Changes the policy, but for the account's settings. */
    public static void change(Transaction store, UnaryOperator<Doc> change) {
        Doc kept = store.find(POLICIES, store.account()).map(Doc::copy).orElseGet(() -> store.blank(POLICIES)
                .put("id", store.account()));
        store.keep(POLICIES, change.apply(kept));
    }

    /**
     * Replaces the policy, but for the account's settings.
     *
     * @param policy fields of the contract's {@code UserPolicyRecord}; absent ones have their defaults again
     */
    public static void replace(Transaction store, Doc policy) {
        Doc decided = Json.read(store.blank(POLICIES).schema(), Json.write(policy));
        store.find(POLICIES, store.account()).ifPresent(former -> store.delete(POLICIES, former));
        store.insert(POLICIES, decided.put("id", store.account()));
    }

    private static void set(Doc decisions, String name, Optional<?> setting) {
        setting.ifPresent(value -> decisions.put(name, value));
    }

    public boolean blocks(EmailAddress address) {
        return address.isIn(decisions.texts("blocked_domains"));
    }

    /** The only domains that users' addresses may have; any when the list is empty. */
    public List<String> limitedDomains() {
        return decisions.texts("limited_domains");
    }

    /** Whether the policy allows a user that address. */
    public boolean lets(EmailAddress address) {
        return !blocks(address) && (limitedDomains().isEmpty() || address.isIn(limitedDomains()));
    }

    /** The first of the names that contains a flagged word. */
    public Optional<String> flagged(String... names) {
        List<String> words = decisions.texts("flagged_words");
        return Stream.of(names)
                .filter(name -> words.stream().anyMatch(word -> holds(name, word)))
                .findFirst();
    }

    private static boolean holds(String name, String word) {
        return name.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether users change their own name, picture, PMI, host key and personal link. */
    public boolean letsUsersEditProfiles() {
        return decisions.flag("users_edit_profile");
    }

    /** A custom attribute of the account's users. */
    public Optional<Doc> attribute(String key) {
        return decisions.docs("custom_attributes").stream()
                .filter(attribute -> attribute.text("key").equals(key))
                .findFirst();
    }

    public boolean refusesPicture(String digest) {
        return decisions.texts("refused_pictures").contains(digest);
    }

    public PasswordPolicy passwords() {
        return new PasswordPolicy(
                (int) decisions.number("password_length"),
                decisions.flag("password_needs_special"),
                (int) decisions.number("password_history"),
                (int) decisions.number("password_run"));
    }

    /**
     * How many users may have a feature of that capacity; empty when unlimited.
     *
     * @param licences {@code webinar_licences} or {@code large_licences}
     */
    public Optional<Long> licences(String licences, long capacity) {
        List<Doc> bought = decisions.docs(licences);
        return bought.isEmpty()
                ? Optional.empty()
                : Optional.of(bought.stream()
                        .filter(licence -> licence.number("capacity") == capacity)
                        .mapToLong(licence -> licence.number("count", 0))
                        .sum());
    }
}

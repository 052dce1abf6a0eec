package io.greenroom.api.users;

import io.greenroom.kernel.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the administrator of an account decided about its users.
 *
 * @param decisions with the contract's defaults for what is not decided
 */
record UserPolicy(Doc decisions) {
    static final Table POLICIES = Table.of("user_policies", "UserPolicyRecord");

    static UserPolicy of(Transaction store) {
        return new UserPolicy(store.find(POLICIES, store.account())
                .map(Doc::copy)
                .orElseGet(() -> store.blank(POLICIES))
                .fillDefaults());
    }

    boolean blocks(EmailAddress address) {
        return address.isIn(decisions.texts("blocked_domains"));
    }

    /** The only domains that addresses of users may have; any will do when there are none. */
    List<String> limitedDomains() {
        return decisions.texts("limited_domains");
    }

    /** The first of the names that holds a word which is not wanted. */
    Optional<String> flagged(String... names) {
        List<String> words = decisions.texts("flagged_words");
        return Stream.of(names)
                .filter(name -> words.stream().anyMatch(word -> holds(name, word)))
                .findFirst();
    }

    private static boolean holds(String name, String word) {
        return name.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether users change their own name, picture, PMI, host key and personal link. */
    boolean letsUsersEditProfiles() {
        return decisions.flag("users_edit_profile");
    }

    /** An attribute that the account gives its users. */
    Optional<Doc> attribute(String key) {
        return decisions.docs("custom_attributes").stream()
                .filter(attribute -> attribute.text("key").equals(key))
                .findFirst();
    }

    boolean refusesPicture(String digest) {
        return decisions.texts("refused_pictures").contains(digest);
    }

    PasswordPolicy passwords() {
        return new PasswordPolicy(
                (int) decisions.number("password_length"), decisions.flag("password_needs_special"), (int)
                        decisions.number("password_history"));
    }

    /**
     * How many users may have a feature of that capacity; nothing when that is not limited.
     *
     * @param licences {@code webinar_licences} or {@code large_licences}
     */
    Optional<Long> licences(String licences, long capacity) {
        List<Doc> bought = decisions.docs(licences);
        return bought.isEmpty()
                ? Optional.empty()
                : Optional.of(bought.stream()
                        .filter(licence -> licence.number("capacity") == capacity)
                        .mapToLong(licence -> licence.number("count", 0))
                        .sum());
    }
}

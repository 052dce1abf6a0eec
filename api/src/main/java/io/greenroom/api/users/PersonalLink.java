package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.emails.EmailAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** The personal link of a user. Its name is unique in the account, whatever its case. */
final class PersonalLink {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int RANDOM_DIGITS = 10;

    private PersonalLink() {}

    static Optional<Doc> holder(Transaction store, String name) {
        return store.in(USERS).whereInAnyCase("vanity_key", name).first();
    }

    /** Sets the link to a name that is free; an empty name removes the link. */
    static Doc give(Doc user, String name) {
        return name.isEmpty()
                ? user.remove("vanity_name").remove("vanity_url")
                : user.put("vanity_name", name).put("vanity_url", "/my/" + name);
    }

    /** Gives a new user a link named after their mailbox, or a random one where that name is invalid or taken. */
    static void giveNew(Call call, Doc user, EmailAddress address) {
        String name = address.mailbox();
        while (!NAME.matcher(name).matches() || holder(call.store(), name).isPresent()) {
            name = Long.toString(call.ids().digits(RANDOM_DIGITS));
        }
        give(user, name);
    }
}

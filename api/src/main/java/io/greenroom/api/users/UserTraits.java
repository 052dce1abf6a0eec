package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** What the vendor and its other products make of a user, and no operation of the public API does. */
public final class UserTraits {
    private UserTraits() {}

    /** A user of the account, in whatever state, with all traits: those that nobody gave are as the contract says. */
    public static Optional<Doc> of(Transaction store, String idOrEmail) {
        return new UserDirectory().find(store, idOrEmail).map(user -> user.copy()
                .fillDefaults());
    }

    /**
     * Gives a user other traits. Nobody hears of it.
     *
     * @param user as {@link #of} found it
     * @param traits fields of the contract's {@code UserRecord}; an explicit null takes a trait away
     */
    public static Doc change(Transaction store, Doc user, Doc traits) {
        return store.update(USERS, user.copy().take(traits)).copy().fillDefaults();
    }
}

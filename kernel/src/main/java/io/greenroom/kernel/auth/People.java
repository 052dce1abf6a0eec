package io.greenroom.kernel.auth;

import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * The questions about users that the authorization server and the road ask; the API group that stores users answers
 * them. Threads may share it.
 */
public interface People {

    /** Finds a user of the unit's account. */
    Optional<Person> byId(Transaction unit, String userId);

    /** Finds the user of any account with this e-mail address, ignoring case. */
    Optional<Person> byLogin(Transaction unit, String email);

    /** Lists the first users of the unit's account, for the user picker of development mode. */
    List<Person> first(Transaction unit, int most);

    /**
     * Whether the role of a user of the unit's account has any of these privileges.
     *
     * @param privileges such as {@code User:Read} and {@code User:Edit}
     */
    boolean permits(Transaction unit, String userId, List<String> privileges);

    /**
     * Whether the user's role gives the rights of an owner in sub accounts; otherwise it gives there the rights it
     * gives at home.
     */
    boolean ownsBelow(Transaction unit, String userId);

    /** Replaces a person's password hash by another one of the same password, unless the password has changed. */
    void rehash(Transaction unit, Person person, String hash);

    /**
     * A user as the authorization server sees one.
     *
     * @param account the account that the user belongs to
     * @param id the user's id
     * @param email the address to sign in with
     * @param displayName what pages call the user
     * @param passwordHash made by {@link Passwords}; empty when the user has no password
     * @param active whether the user may sign in and be acted for
     * @param administrator whether the user may install apps for the whole account
     */
    record Person(
            String account,
            String id,
            String email,
            String displayName,
            String passwordHash,
            boolean active,
            boolean administrator) {}

    /** No users: used until a group provides them. */
    People NOBODY = new People() {
        @Override
        public Optional<Person> byId(Transaction unit, String userId) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> byLogin(Transaction unit, String email) {
            return Optional.empty();
        }

        @Override
        public List<Person> first(Transaction unit, int most) {
            return List.of();
        }

        @Override
        public boolean permits(Transaction unit, String userId, List<String> privileges) {
            return false;
        }

        @Override
        public void rehash(Transaction unit, Person person, String hash) {}

        @Override
        public boolean ownsBelow(Transaction unit, String userId) {
            return false;
        }
    };
}

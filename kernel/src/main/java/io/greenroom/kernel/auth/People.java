package io.greenroom.kernel.auth;

import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * What the authorization server and the road need to know of users; the API group that keeps them answers. Threads may
 * share it.
 */
public interface People {

    /** A user of the unit's account. */
    Optional<Person> byId(Transaction unit, String userId);

    /** The user of whatever account who signs in with this e-mail address, in any case of letters. */
    Optional<Person> byLogin(Transaction unit, String email);

    /** The first users of the unit's account, for the choice that development mode offers. */
    List<Person> first(Transaction unit, int most);

    /**
     * Whether the role of a user of the unit's account has any one of these privileges.
     *
     * @param privileges such as {@code User:Read} and {@code User:Edit}
     */
    boolean permits(Transaction unit, String userId, List<String> privileges);

    /**
     * Whether the role of a user of the unit's account, where it reaches accounts below, permits there what an owner
     * may; else it permits there what it permits at home.
     */
    boolean ownsBelow(Transaction unit, String userId);

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

    /** Nobody, while no group keeps users. */
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
        public boolean ownsBelow(Transaction unit, String userId) {
            return false;
        }
    };
}

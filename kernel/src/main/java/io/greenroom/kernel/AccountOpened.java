package io.greenroom.kernel;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * A fact: an account was created. Groups that keep something for every account, such as the user of its owner, create
 * it now, in the same unit.
 *
 * @param account its row
 * @param owner its first user
 */
public record AccountOpened(Doc account, Owner owner) implements Fact {

    /**
     * The first user of an account.
     *
     * @param id the owner's id in the account's row
     * @param email the sign-in address
     * @param firstName the first name
     * @param lastName the last name
     * @param passwordHash made by {@link io.greenroom.kernel.auth.Passwords}; empty when the owner cannot sign in
     */
    public record Owner(String id, String email, String firstName, String lastName, Optional<String> passwordHash) {}
}

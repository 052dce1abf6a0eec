package io.greenroom.kernel;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * A fact: an account has come into being. Whoever keeps something that every account has makes it now, in the same
 * unit; the account's owner above all.
 *
 * @param account its row
 * @param owner its first user
 */
public record AccountOpened(Doc account, Owner owner) implements Fact {

    /**
     * The first user of an account.
     *
     * @param id what the account's row calls the owner
     * @param email the address to sign in with
     * @param firstName as people write it
     * @param lastName as people write it
     * @param passwordHash made by {@link io.greenroom.kernel.auth.Passwords}; empty when the owner cannot sign in
     */
    public record Owner(String id, String email, String firstName, String lastName, Optional<String> passwordHash) {}
}

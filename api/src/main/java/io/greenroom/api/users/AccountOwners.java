package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;

/** The owners of accounts. */
public interface AccountOwners {

    /**
     * Refuses a person who cannot become the owner of a new account, with {@code name-flagged}, {@code domain-blocked},
     * {@code email-used}, or the failure of a password that the operation declares, else {@code password-invalid}.
     *
     * @param person with {@code first_name}, {@code last_name}, {@code account_name}, {@code email} and
     *     {@code password}
     */
    void checkFounder(Call call, Doc person);

    /** Whether a user could be the owner: an active administrator who can sign in. */
    boolean mayOwn(Doc user);

    /** Makes a user the owner; the former owner becomes an administrator. */
    void passOwnership(Call call, Doc heir);
}

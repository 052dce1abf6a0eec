package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.members.People;
import java.util.List;
import java.util.Optional;

/** What other groups may ask about the people of the caller's account. */
public interface Users extends People {

    /**
     * The user whom a caller names.
     *
     * @param who an id, an e-mail address in any case, or {@code me}
     */
    Optional<Doc> find(Call call, String who);

    /** A user of the account that a unit looks at, by id or by e-mail address in any case. */
    Optional<Doc> find(Transaction store, String idOrEmail);

    /**
     * The user that a caller names, or the refusal {@code user-missing}. A user whose invitation expired before it was
     * accepted is refused with {@code invitation-missing} by the operations that declare it, and found by the others.
     */
    Doc require(Call call, String who);

    /** Who is in the account: neither only invited nor shut out. */
    Query active(Call call);

    boolean isActive(Doc user);

    /** Whether a user is available, as their contacts see it: in one of the words of {@code ContactPresence}. */
    String availability(Doc user);

    /** Those who have a role: of whom are invited, active and shut out. */
    Query withRole(Call call, String roleId);

    /**
     * Gives a user a role in place of the one that they have, of which nobody hears.
     *
     * @param user as stored
     * @param role its id and name, and what it permits here and below when the account has made it itself
     */
    Doc assign(Call call, Doc user, Doc role);

    /** Whether the caller's role lets them change other people's things. */
    boolean mayEdit(Call call);

    /**
     * Refuses a person who cannot become the owner of a new account, with {@code name-flagged}, {@code domain-blocked},
     * {@code owner-password-repeats}, {@code owner-password-in-sequence}, {@code password-invalid} or
     * {@code email-used}.
     *
     * @param person with {@code first_name}, {@code last_name}, {@code account_name}, {@code email} and
     *     {@code password}
     */
    void checkFounder(Call call, Doc person);

    /** Whether a user could be the owner: an active administrator who signs in. */
    boolean mayOwn(Doc user);

    /** Makes a user the owner; whom the account's row still calls so becomes an administrator. */
    void passOwnership(Call call, Doc heir);

    /**
     * Says how many users may have webinars, or large meetings, of each size. Where nothing is said any number may.
     *
     * @param licences {@code webinar_licences} or {@code large_licences}
     * @param sizes of the contract's {@code CapacityLicences}
     */
    void allowSizes(Call call, String licences, List<Doc> sizes);
}

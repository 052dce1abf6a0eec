package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.members.People;
import java.util.Optional;

/** Finds the users of an account. */
public interface Users extends People {

    /**
     * A user of the caller's account.
     *
     * @param who an id, an e-mail address in any case, or {@code me}
     */
    Optional<Doc> find(Call call, String who);

    /** A user of the unit's account, by id or by e-mail address in any case. */
    Optional<Doc> find(Transaction store, String idOrEmail);

    /**
     * A user of the caller's account, or the refusal {@code user-missing}. A user whose invitation has expired is
     * refused with {@code invitation-missing} by the operations that declare it, and found by the others.
     */
    Doc require(Call call, String who);

    /** The users of all accounts with a personal meeting id: one at most. */
    Query withPersonalNumber(Transaction store, long number);

    /** The users of all accounts with a personal link of that name in any case: one in each account at most. */
    Query withPersonalLink(Transaction store, String name);

    /** The active users of the caller's account: neither pending nor inactive. */
    Query active(Call call);
}

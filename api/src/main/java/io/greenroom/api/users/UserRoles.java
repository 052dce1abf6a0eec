package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.roles.Authority;

/** The roles of an account's users. */
public interface UserRoles {

    /** What the caller may grant, and which users they may act as. */
    Authority authority(Call call);

    /** The users with a role, whatever their status. */
    Query withRole(Call call, String roleId);

    /**
     * Gives a user a role in place of their current one. No event is announced.
     *
     * @param user as stored
     * @param role its id and name; for a role that the account defined also its privileges, here and in sub accounts
     */
    Doc assign(Call call, Doc user, Doc role);
}

package io.greenroom.parts.roles;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/**
 * The limits of what a caller may grant to others, and of the users that a caller may act as. Apps that act for the
 * account itself have the rights of its owner; all others are limited by the role of their user.
 */
public final class Authority {
    private final boolean unlimited;
    private final boolean above;
    private final Optional<Doc> user;
    private final List<String> privileges;

    private Authority(boolean unlimited, boolean above, Optional<Doc> user, List<String> privileges) {
        this.unlimited = unlimited;
        this.above = above;
        this.user = user;
        this.privileges = privileges;
    }

    /**
     * The authority of a caller in the call's account.
     *
     * @param user the caller's user, who may be one of the master account
     */
    public static Authority of(Call call, Optional<Doc> user) {
        boolean above = !call.caller().home().equals(call.store().account());
        boolean owner = user.filter(found -> above ? Privileges.ownBelow(found) : SystemRole.isOwner(found))
                .isPresent();
        return new Authority(
                owner || !call.caller().actsByRole(),
                above,
                user,
                user.map(found -> Privileges.of(found, Privileges.all(call)).names())
                        .orElse(List.of()));
    }

    /** Whether the caller may make another user the owner: only the owner and the master account may. */
    public boolean mayPassOnOwnership() {
        return unlimited || above;
    }

    /**
     * Whether the caller may create, change, delete, assign and unassign a role: their own role includes its
     * privileges, and it is another one.
     */
    public boolean mayHandle(Doc role) {
        boolean asOwnerBelow = role.optionalDoc("sub_account_privileges")
                .filter(below -> below.number("second_level", 0) == Privileges.AS_OWNER)
                .isPresent();
        return unlimited || (!isOwn(role) && includes(role.texts("privileges"), asOwnerBelow));
    }

    private boolean isOwn(Doc role) {
        return !above
                && user.filter(found -> found.text("role_id").equals(role.id())).isPresent();
    }

    /**
     * Whether the caller may use or replace a user's credentials, which allows to act as this user: the caller is this
     * user or has all of the user's privileges.
     */
    public boolean mayActAs(Call call, Doc other) {
        return unlimited
                || isSelf(other)
                || (!SystemRole.isOwner(other)
                        && includes(Privileges.of(other, Privileges.all(call)).names(), Privileges.ownBelow(other)));
    }

    /** Whether a user is the caller. */
    public boolean isSelf(Doc other) {
        return user.filter(found -> found.id().equals(other.id())).isPresent();
    }

    private boolean includes(List<String> others, boolean asOwnerBelow) {
        return privileges.containsAll(others)
                && (!asOwnerBelow || user.filter(Privileges::ownBelow).isPresent());
    }
}

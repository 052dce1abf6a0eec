package io.greenroom.api.users;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.emails.EncryptedEmail;
import io.greenroom.parts.licences.Licences;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.roles.Authority;
import io.greenroom.parts.roles.Privileges;
import io.greenroom.parts.roles.SystemRole;
import java.util.Optional;

/** Finds users of an account by id or e-mail address; never those of another account. */
final class UserDirectory implements Users, UserRoles {
    static final Table USERS = Table.of("users", "UserRecord")
            .kind("user")
            .columns("key", "email_key", "status", "type", "role_id", "pmi", "vanity_key", "employee_unique_id")
            .counted("role_id")
            .counted("status")
            .counted("status", "role_id")
            .counted("status", "type");

    static final Licences LICENCES = new Licences(USERS);

    @Override
    public Optional<Doc> find(Call call, String who) {
        return find(call.store(), who.equals("me") ? call.caller().userId() : who);
    }

    /** Pending users can be members until their invitation expires. */
    @Override
    public Optional<Doc> findMember(Call call, String who) {
        return find(call, who).filter(user -> !Invitations.hasExpired(user));
    }

    @Override
    public Doc keep(Transaction store, Doc user) {
        return store.update(USERS, user);
    }

    @Override
    public Optional<Doc> find(Transaction store, String idOrEmail) {
        return EmailAddress.isOne(idOrEmail)
                ? store.in(USERS).whereInAnyCase("email_key", idOrEmail).first()
                : store.find(USERS, idOrEmail);
    }

    @Override
    public Doc require(Call call, String who) {
        return find(call, who).map(user -> invited(call, user)).orElseThrow(() -> missing(call, who));
    }

    /** The user in the path, who must exist; refuses callers who may not change the user if the operation writes. */
    Doc named(Call call) {
        return reachable(call, require(call, call.path("userId")));
    }

    /** The user in the path, looked up as the query asks. */
    Doc asked(Call call) {
        Doc query = call.query();
        String who = call.path("userId");
        return called(call, query, who)
                .filter(user ->
                        loginType(query).map(type -> LoginType.has(user, type)).orElse(true))
                .map(user -> reachable(call, invited(call, user)))
                .orElseThrow(() -> missing(call, who));
    }

    /** Old clients set both flags, whichever of the two they mean. Only addresses are encrypted, not ids. */
    private Optional<Doc> called(Call call, Doc query, String who) {
        boolean encrypted = isAsked(query, "encrypted_email");
        boolean unique = isAsked(query, "search_by_unique_id");
        if (!encrypted && !unique) {
            return find(call, who);
        }
        return (encrypted
                        ? EncryptedEmail.open(call.signer(), who).flatMap(email -> find(call, email))
                        : Optional.<Doc>empty())
                .or(() -> unique ? by(call, "employee_unique_id", who) : Optional.empty())
                .or(() -> encrypted ? call.store().find(USERS, who) : Optional.empty());
    }

    private Doc reachable(Call call, Doc user) {
        if (!call.operation().readsOnly() && !mayEdit(call, user)) {
            throw call.refuse("no-permission");
        }
        return user;
    }

    /** Whether the caller is this user or may change others. */
    boolean mayEdit(Call call, Doc user) {
        return user.id().equals(call.caller().userId()) || mayEdit(call);
    }

    private static Optional<Long> loginType(Doc query) {
        return Optional.of(query)
                .filter(asked -> asked.mayHold("login_type") && asked.has("login_type"))
                .map(asked -> asked.number("login_type"));
    }

    private static boolean isAsked(Doc query, String flag) {
        return query.mayHold(flag) && query.flag(flag);
    }

    private static Optional<Doc> by(Call call, String column, String value) {
        return call.store().in(USERS).where(column, value).first();
    }

    /** The user with an address, in any account. */
    static Optional<Doc> holder(Transaction store, EmailAddress address) {
        return store.across(USERS).whereInAnyCase("email_key", address.text()).first();
    }

    private static Doc invited(Call call, Doc user) {
        if (Invitations.hasExpired(user) && call.declares("invitation-missing")) {
            throw call.refuse("invitation-missing");
        }
        return user;
    }

    private static RuntimeException missing(Call call, String who) {
        return call.refuse("user-missing", "userId", who);
    }

    /** Whether the caller's role permits changes of other users. */
    boolean mayEdit(Call call) {
        return call.store()
                .find(USERS, call.caller().userId())
                .map(Privileges::editUsers)
                // Callers from the master account are no users here; the road has checked that they are administrators.
                .orElseGet(() -> !call.ownOnly());
    }

    @Override
    public Authority authority(Call call) {
        Transaction home = call.store().as(call.caller().home());
        return Authority.of(call, home.find(USERS, call.caller().userId()));
    }

    /** Refuses callers that may not act as a user, whose credentials the operation shows or replaces. */
    void requireAuthorityOver(Call call, Doc user) {
        if (!authority(call).mayActAs(call, user)) {
            throw call.refuse("no-permission");
        }
    }

    @Override
    public Query withPersonalNumber(Transaction store, long number) {
        return store.across(USERS).where("pmi", number);
    }

    @Override
    public Query withPersonalLink(Transaction store, String name) {
        return store.across(USERS).whereInAnyCase("vanity_key", name);
    }

    @Override
    public Query active(Call call) {
        return call.store().in(USERS).where("status", UserState.ACTIVE.text());
    }

    @Override
    public Query withRole(Call call, String roleId) {
        return call.store().in(USERS).where("role_id", roleId);
    }

    @Override
    public Doc assign(Call call, Doc user, Doc role) {
        Doc changed = user.copy();
        return call.store()
                .update(
                        USERS,
                        SystemRole.of(role.id())
                                .map(ofSystem -> ofSystem.assign(changed))
                                .orElseGet(() -> changed.put("role_id", role.id())
                                        .put("role_name", role.text("name"))
                                        .put("privileges", role.texts("privileges"))
                                        .put("second_level", secondLevel(role))));
    }

    private static Optional<Long> secondLevel(Doc role) {
        return role.optionalDoc("sub_account_privileges")
                .filter(below -> below.has("second_level"))
                .map(below -> below.number("second_level"));
    }
}

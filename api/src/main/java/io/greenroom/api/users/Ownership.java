package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;

/** Who may own an account, and how one owner follows another. */
final class Ownership {
    private Ownership() {}

    /** Refuses somebody who is to own a new account: they must be of no account yet, and pass this account's rules. */
    static void checkFounder(Call call, Doc wanted) {
        UserPolicy policy = UserPolicy.of(call.store());
        EmailAddress address = new EmailAddress(wanted.text("email"));
        policy.flagged(wanted.text("first_name", ""), wanted.text("last_name", ""), wanted.text("account_name", ""))
                .ifPresent(name -> {
                    throw call.refuse("name-flagged", "name", name);
                });
        if (policy.blocks(address)) {
            throw call.refuse("domain-blocked");
        }
        // The documentation's example has no capital letter.
        policy.passwords()
                .faultOf(wanted.text("password"), address)
                .filter(fault -> fault != PasswordFault.LACKS_CASE)
                .ifPresent(fault -> {
                    String failure = fault.failure();
                    throw call.refuse(call.declares(failure) ? failure : "password-invalid");
                });
        if (Invitations.holder(call, address).isPresent()) {
            throw call.refuse("email-used", "email", address.text());
        }
    }

    static boolean mayOwn(Doc user) {
        return SystemRole.isAdministrator(user)
                && !LoginType.has(user, LoginType.API)
                && UserState.of(user) == UserState.ACTIVE;
    }

    /** The former owner stays as an administrator. Our guess. */
    static void pass(Call call, Doc heir) {
        call.store().find(USERS, call.account().text("owner_id")).ifPresent(owner -> call.store()
                .update(USERS, SystemRole.ADMIN.assign(owner.copy())));
        call.store().update(USERS, SystemRole.OWNER.assign(heir.copy()));
    }
}

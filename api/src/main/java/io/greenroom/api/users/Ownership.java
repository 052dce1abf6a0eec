package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.policies.PasswordFault;
import io.greenroom.parts.policies.UserPolicy;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.roles.SystemRole;

/** Checks and changes the owners of accounts. */
final class Ownership implements AccountOwners {

    /** The person must be in no account yet, and satisfy the policy of the account that creates the new one. */
    @Override
    public void checkFounder(Call call, Doc wanted) {
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

    @Override
    public boolean mayOwn(Doc user) {
        return SystemRole.isAdministrator(user)
                && !LoginType.has(user, LoginType.API)
                && UserState.of(user) == UserState.ACTIVE;
    }

    /** The former owner stays as an administrator. Our guess. */
    @Override
    public void passOwnership(Call call, Doc heir) {
        call.store().find(USERS, call.account().text("owner_id")).ifPresent(owner -> call.store()
                .update(USERS, SystemRole.ADMIN.assign(owner.copy())));
        call.store().update(USERS, SystemRole.OWNER.assign(heir.copy()));
    }
}

package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.UserJoined;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.policies.ProfileRules;
import io.greenroom.parts.policies.UserPolicy;
import io.greenroom.parts.profiles.CreateAction;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.profiles.UserType;
import java.util.List;

/** Creates users, by one of the four create actions. */
final class UserCreation {
    private final UserDirectory directory;
    private final UserSettings settings;

    UserCreation(UserDirectory directory, UserSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Doc create(Call call) {
        CreateAction action = CreateAction.of(call.body().text("action"));
        Doc wanted = call.body().doc("user_info");
        EmailAddress address = new EmailAddress(wanted.text("email"));
        check(call, action, wanted, address);
        Doc draft = NewUser.draft(call, call.ids().next(), address).take(wanted);
        return welcome(call, action, NewUser.withLogin(draft, action.loginType()));
    }

    private void check(Call call, CreateAction action, Doc wanted, EmailAddress address) {
        UserPolicy policy = UserPolicy.of(call.store());
        checkRight(call, action);
        ProfileRules.checkName(call, policy, wanted);
        checkDomain(call, policy, action, address);
        checkUnused(call, action, address);
        ProfileRules.checkPassword(call, policy, wanted, address);
        ProfileRules.checkType(call, UserType.of(wanted), action == CreateAction.SSO_CREATE);
        UserDirectory.LICENCES.checkNew(call, UserType.of(wanted));
        ProfileRules.checkGroup(call, wanted);
    }

    private Doc welcome(Call call, CreateAction action, Doc draft) {
        if (action == CreateAction.CREATE) {
            Invitations.send(call, draft);
        } else {
            NewUser.activate(call, draft);
        }
        if (action == CreateAction.SSO_CREATE && UserType.of(draft).isPaid()) {
            PersonalLink.giveNew(call, draft, new EmailAddress(draft.text("email")));
        }
        if (action == CreateAction.AUTO_CREATE) {
            draft.put("verified", 1).put("password_hash", call.passwordHash("user_info.password"));
        }
        Doc user = call.store().insert(USERS, draft);
        call.announce("user.created", Announcement.of(user).with("creation_type", action.text()));
        if (action != CreateAction.CREATE) {
            settings.begin(call, user);
            call.publish(new UserJoined(user));
        }
        return user;
    }

    private void checkRight(Call call, CreateAction action) {
        if (!directory.mayEdit(call)) {
            throw call.refuse("no-privilege");
        }
        switch (action) {
            case CREATE, AUTO_CREATE -> {}
            case CUST_CREATE -> require(call, "partner", "contact-support");
            case SSO_CREATE -> {
                require(call, "sso", "sso-off");
                require(call, "sso_provision", "sso-provision-off");
            }
        }
    }

    private static void require(Call call, String feature, String failure) {
        if (!call.has(feature)) {
            throw call.refuse(failure);
        }
    }

    /** Users who are added without an invitation must have an address in a managed domain of the account. */
    private static void checkDomain(Call call, UserPolicy policy, CreateAction action, EmailAddress address) {
        if (policy.blocks(address)) {
            throw call.refuse("domain-blocked");
        }
        boolean own = action == CreateAction.AUTO_CREATE;
        List<String> domains = own ? call.account().texts("managed_domains") : policy.limitedDomains();
        boolean limited = own || !domains.isEmpty();
        if (limited && !address.isIn(domains)) {
            throw call.refuse("domain-unlisted", "email", address.text(), "domains", String.join(",", domains));
        }
    }

    private static void checkUnused(Call call, CreateAction action, EmailAddress address) {
        Invitations.holder(call, address).ifPresent(user -> {
            throw call.refuse(failure(call, action, user), "email", address.text());
        });
    }

    private static String failure(Call call, CreateAction action, Doc holder) {
        UserState state = UserState.of(holder);
        if (!holder.text("account_id").equals(call.store().account())) {
            boolean active = action == CreateAction.AUTO_CREATE && state == UserState.ACTIVE;
            return active ? "email-active-elsewhere" : "email-used";
        }
        if (holder.flag("runs_phone")) {
            return "user-runs-phone";
        }
        return state == UserState.PENDING ? "email-invited" : "user-in-account";
    }
}

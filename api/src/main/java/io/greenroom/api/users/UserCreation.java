package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Announcement;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import java.util.List;
import java.util.Optional;

/** Adds users, in one of the four ways that the API has. */
final class UserCreation {
    private final UserDirectory directory;
    private final UserSettings settings;

    UserCreation(UserDirectory directory, UserSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    Doc create(Call call) {
        Doc wanted = call.body().doc("user_info");
        CreateAction action = CreateAction.of(call.body().text("action"));
        EmailAddress address = new EmailAddress(wanted.text("email"));
        UserType type = UserType.of(wanted);
        UserPolicy policy = UserPolicy.of(call.store());
        checkRight(call, action);
        checkName(call, policy, wanted);
        checkDomain(call, policy, action, address);
        checkUnused(call, action, address);
        checkPassword(call, policy, wanted, address);
        checkType(call, type, action.loginType());
        Licences.checkNew(call, type);
        checkGroup(call, wanted);
        Doc draft = NewUser.draft(call, call.ids().next(), address).take(wanted);
        return welcome(call, action, NewUser.withLogin(draft, action.loginType()));
    }

    private Doc welcome(Call call, CreateAction action, Doc draft) {
        if (action == CreateAction.CREATE) {
            Invitations.send(call, draft);
        } else {
            NewUser.activate(call, draft);
        }
        if (action == CreateAction.AUTO_CREATE) {
            draft.put("verified", 1).put("password_hash", call.passwordHash("user_info.password"));
        }
        Doc user = call.store().insert(USERS, draft);
        call.announce(
                "user.created", Announcement.of(UserEvents.summary(call, user)).with("creation_type", action.text()));
        if (action != CreateAction.CREATE) {
            settings.begin(call, user);
            call.tell(new UserJoined(user));
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

    static void checkName(Call call, UserPolicy policy, Doc profile) {
        policy.flagged(profile.text("first_name", ""), profile.text("last_name", ""))
                .ifPresent(name -> {
                    throw call.refuse("name-flagged", "name", name);
                });
    }

    private static void checkDomain(Call call, UserPolicy policy, CreateAction action, EmailAddress address) {
        if (policy.blocks(address)) {
            throw call.refuse("domain-blocked");
        }
        List<String> limits =
                action == CreateAction.AUTO_CREATE ? call.account().texts("managed_domains") : policy.limitedDomains();
        boolean limited = action == CreateAction.AUTO_CREATE || !limits.isEmpty();
        if (limited && !address.isIn(limits)) {
            throw call.refuse("domain-unlisted", "email", address.text(), "domains", String.join(",", limits));
        }
    }

    private void checkUnused(Call call, CreateAction action, EmailAddress address) {
        directory.find(call.store(), address.text()).ifPresent(user -> {
            if (user.flag("runs_phone")) {
                throw call.refuse("user-runs-phone");
            }
            String failure = UserState.of(user) == UserState.PENDING ? "email-invited" : "user-in-account";
            throw call.refuse(failure, "email", address.text());
        });
        owner(call, address).ifPresent(user -> {
            boolean active = UserState.of(user) == UserState.ACTIVE;
            String failure = action == CreateAction.AUTO_CREATE && active ? "email-active-elsewhere" : "email-used";
            throw call.refuse(failure, "email", address.text());
        });
    }

    /** Who has an address, in whatever account. */
    static Optional<Doc> owner(Call call, EmailAddress address) {
        return call.store().across(USERS).where("email_key", address.key()).first();
    }

    /** Only {@code autoCreate} takes a password; the others get it checked all the same, as the API does. */
    static void checkPassword(Call call, UserPolicy policy, Doc wanted, EmailAddress address) {
        wanted.optionalText("password")
                .flatMap(password -> policy.passwords().faultOf(password, address))
                .ifPresent(fault -> {
                    throw call.refuse("password-invalid");
                });
    }

    /** On-prem users need meeting connectors; a user without any plan is somebody who signs in with the account's own service. */
    static void checkType(Call call, UserType type, long loginType) {
        boolean possible =
                switch (type) {
                    case BASIC, LICENSED -> true;
                    case ON_PREM -> call.has("on_prem");
                    case NONE -> loginType == LoginType.SSO;
                };
        if (!possible) {
            throw call.refuse("user-type-refused");
        }
    }

    static void checkGroup(Call call, Doc wanted) {
        wanted.optionalText("group_id")
                .filter(group -> call.identify("group", group).isEmpty())
                .ifPresent(group -> {
                    throw call.refuse("group-missing", "groupId", group);
                });
    }
}

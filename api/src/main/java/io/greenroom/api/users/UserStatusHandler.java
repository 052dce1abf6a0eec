package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.LicenceLost;
import io.greenroom.api.users.facts.UserDeactivated;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.roles.SystemRole;

/** Activates and deactivates users. */
final class UserStatusHandler {
    private final UserDirectory directory;

    UserStatusHandler(UserDirectory directory) {
        this.directory = directory;
    }

    void bind(Bindings on) {
        on.done("userStatus", this::change);
    }

    private void change(Call call) {
        Doc user = directory.named(call);
        if (!directory.mayEdit(call)) {
            throw call.refuse("no-permission");
        }
        if (SystemRole.isAdministrator(user) || user.flag("room_user")) {
            throw call.refuse("status-of-admin");
        }
        if (user.flag("frozen")) {
            throw call.refuse("status-of-frozen");
        }
        boolean activate = call.body().text("action").equals("activate");
        switch (UserState.of(user)) {
            case PENDING -> throw call.refuse("user-missing"); // the invitation has expired
            case ACTIVE -> {
                if (!activate) {
                    deactivate(call, user);
                }
            }
            case INACTIVE -> {
                if (activate) {
                    activate(call, user);
                }
            }
        }
    }

    private void activate(Call call, Doc user) {
        if (UserType.of(user) == UserType.BASIC) {
            UserDirectory.LICENCES.checkActivation(call);
        }
        Doc active = call.store().update(USERS, user.copy().put("status", UserState.ACTIVE.text()));
        call.announce("user.activated", active);
    }

    /** A deactivated user loses their licence, and their authorizations of apps end. */
    private void deactivate(Call call, Doc user) {
        if (user.number("upcoming_events_capacity", 0) > 0) {
            throw call.refuse("events-upcoming-inactive");
        }
        Doc inactive = SignIns.signOut(call, user.copy()).put("status", UserState.INACTIVE.text());
        if (UserType.of(user).isPaid()) {
            NewUser.withHostKey(call, inactive.put("type", UserType.BASIC.number()));
        }
        Doc stored = call.store().update(USERS, inactive);
        if (UserType.of(user).isPaid()) {
            call.publish(new LicenceLost(stored));
        }
        new Grants().endOfUser(call.store(), user.id());
        call.publish(new UserDeactivated(stored));
        call.announce("user.deactivated", stored);
    }
}

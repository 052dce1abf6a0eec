package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.policies.PasswordPolicy;
import io.greenroom.parts.policies.UserPolicy;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.roles.SystemRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The e-mail address and the password of a user. */
final class UserCredentialsHandler {
    /** Minimum length of passwords, whatever the account allows. */
    private static final int LEAST_CHARACTERS = 6;

    private final UserDirectory directory;

    UserCredentialsHandler(UserDirectory directory) {
        this.directory = directory;
    }

    void bind(Bindings on) {
        on.done("userEmailUpdate", this::changeEmail);
        on.before("userPassword", this::compare);
        on.done("userPassword", this::changePassword);
    }

    private void changeEmail(Call call) {
        Doc user = directory.named(call);
        if (!directory.mayEdit(call)) {
            throw call.refuse("admin-only-email");
        }
        directory.requireAuthorityOver(call, user);
        if (SystemRole.isOwner(user)) {
            throw call.refuse("email-of-owner");
        }
        if (UserState.of(user) != UserState.ACTIVE || user.flag("frozen")) {
            throw call.refuse("email-of-inactive");
        }
        EmailAddress address = new EmailAddress(call.body().text("email"));
        boolean managed = address.isIn(call.account().texts("managed_domains"));
        if (!managed || !UserPolicy.of(call.store()).lets(address)) {
            throw call.refuse("email-unmanaged");
        }
        boolean used = Invitations.holder(call, address)
                .filter(owner -> !owner.id().equals(user.id()))
                .isPresent();
        if (used) {
            throw call.refuse("email-used");
        }
        if (!address.text().equals(user.text("email"))) {
            Doc changed = user.copy().put("email", address.text());
            UserEvents.announceChange(call, user, call.store().update(USERS, changed));
        }
    }

    /**
     * Finds the user's current and former passwords that equal the new one, outside of a unit because hashing is slow.
     */
    private Supplier<Object> compare(Call call) {
        String password = call.body().text("password");
        List<String> hashes = directory
                .find(call, call.path("userId"))
                .map(user -> {
                    List<String> kept = new ArrayList<>(user.texts("former_password_hashes"));
                    user.optionalText("password_hash").ifPresent(kept::add);
                    return kept;
                })
                .orElseGet(ArrayList::new);
        return () -> hashes.stream()
                .filter(hash -> call.passwords().matches(password, hash))
                .toList();
    }

    private void changePassword(Call call) {
        Doc user = directory.named(call);
        if (!directory.mayEdit(call)) {
            throw call.refuse("no-permission");
        }
        if (SystemRole.isAdministrator(user)) {
            throw call.refuse("password-of-admin");
        }
        directory.requireAuthorityOver(call, user);
        if (!LoginType.isByEmail(user)) {
            throw call.refuse("password-elsewhere");
        }
        PasswordPolicy policy = UserPolicy.of(call.store()).passwords();
        checkPassword(call, policy, user);
        List<String> former = new ArrayList<>(user.texts("former_password_hashes"));
        user.optionalText("password_hash").ifPresent(former::addFirst);
        call.store()
                .update(
                        USERS,
                        user.copy()
                                .put("password_hash", call.passwordHash("password"))
                                .put("former_password_hashes", newest(former, policy.history()))
                                .put("tokens_from", call.now().getEpochSecond()));
        new Grants().endOfUser(call.store(), user.id());
    }

    private static void checkPassword(Call call, PasswordPolicy policy, Doc user) {
        if (call.body().text("password").length() < LEAST_CHARACTERS) {
            throw call.refuse("password-below-minimum");
        }
        policy.faultOf(call.body().text("password"), new EmailAddress(user.text("email")))
                .ifPresent(fault -> {
                    throw call.refuse(fault.failure(), "length", policy.length());
                });
        List<?> matching = call.prepared(List.class);
        if (matching.contains(user.text("password_hash", ""))) {
            throw call.refuse("password-same");
        }
        if (newest(user.texts("former_password_hashes"), policy.history()).stream()
                .anyMatch(matching::contains)) {
            throw call.refuse("password-reused", "count", policy.history());
        }
    }

    private static List<String> newest(List<String> hashes, int most) {
        return hashes.subList(0, Math.min(hashes.size(), most));
    }
}

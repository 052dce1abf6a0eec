package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.GroupChosen;
import io.greenroom.api.users.facts.LicenceLost;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.policies.ProfileRules;
import io.greenroom.parts.policies.UserPolicy;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.PhoneNumbers;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.roles.SystemRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes the profile of a user. */
final class UserChange {
    /** Fields that every user has: a null does not clear them. */
    private static final List<String> LASTING = List.of("type", "pmi", "use_pmi", "host_key", "timezone", "language");

    /** Fields that need the User privilege; only the owner changes their own. */
    private static final List<String> LICENCE = List.of("type", "plan_united_type");

    private final UserDirectory directory;
    private final UserSettings settings;

    UserChange(UserDirectory directory, UserSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    void change(Call call) {
        Doc user = directory.asked(call);
        UserPolicy policy = UserPolicy.of(call.store());
        check(call, policy, user);
        Doc changed = changed(call, policy, user);
        Optional<String> group = groupToJoin(changed);
        if (!changed.equals(user)) {
            Doc stored = call.store().update(USERS, changed);
            if (UserType.of(user).isPaid() && !UserType.of(stored).isPaid()) {
                call.publish(new LicenceLost(stored));
            }
            if (stored.flag("use_pmi") != user.flag("use_pmi")) {
                settings.usePersonalMeeting(call, stored);
            }
        }
        group.ifPresent(id -> call.publish(new GroupChosen(user.id(), id)));
        UserEvents.announceChange(
                call, user, call.store().find(USERS, user.id()).orElseThrow());
    }

    /** The group that the user joins. */
    private static Optional<String> groupToJoin(Doc changed) {
        Optional<String> group = changed.optionalText("group_id");
        changed.remove("group_id");
        return group;
    }

    private void check(Call call, UserPolicy policy, Doc user) {
        Doc wanted = call.body();
        checkRights(call, policy, user, wanted);
        ProfileRules.checkName(call, policy, wanted);
        ProfileRules.checkPassword(call, policy, wanted, new EmailAddress(user.text("email")));
        ProfileRules.checkGroup(call, wanted);
    }

    private static Doc changed(Call call, UserPolicy policy, Doc user) {
        Doc changed = user.copy().take(call.body());
        LASTING.stream().filter(name -> !changed.has(name)).forEach(name -> changed.put(name, value(user, name)));
        checkType(call, user, changed);
        if (!value(changed, "pmi").equals(value(user, "pmi"))) {
            changePmi(call, changed);
        }
        if (!value(changed, "vanity_name").equals(value(user, "vanity_name"))) {
            changePersonalLink(call, user, changed);
        }
        changeAttributes(call, policy, user, changed);
        PhoneNumbers.change(call.body(), user, changed);
        return NewUser.withProfile(changed);
    }

    private static Optional<Object> value(Doc user, String name) {
        return Optional.ofNullable(user.get(name));
    }

    private void checkRights(Call call, UserPolicy policy, Doc user, Doc wanted) {
        if (LICENCE.stream().anyMatch(wanted::has) && SystemRole.isOwner(user)) {
            directory.requireAuthorityOver(call, user);
        }
        if (directory.mayEdit(call)) {
            return;
        }
        if (LICENCE.stream().anyMatch(wanted::has) || wanted.has("group_id")) {
            throw call.refuse("no-permission");
        }
        if (!policy.letsUsersEditProfiles()) {
            forAdministrators(call, wanted, "admin-only-name", "first_name", "last_name");
            forAdministrators(call, wanted, "admin-only-host-key", "host_key");
            forAdministrators(call, wanted, "admin-only-pmi", "pmi");
            forAdministrators(call, wanted, "admin-only-vanity-name", "vanity_name");
        }
    }

    private static void forAdministrators(Call call, Doc wanted, String failure, String... fields) {
        if (List.of(fields).stream().anyMatch(wanted::has)) {
            throw call.refuse(failure);
        }
    }

    private static void checkType(Call call, Doc user, Doc changed) {
        UserType from = UserType.of(user);
        UserType to = UserType.of(changed);
        if (to != from) {
            if (to == UserType.BASIC && user.flag("room_user")) {
                throw call.refuse("room-user-not-basic");
            }
            if (to == UserType.BASIC && user.number("upcoming_events_capacity", 0) > 0) {
                throw call.refuse("events-upcoming-basic");
            }
            ProfileRules.checkType(call, to, LoginType.has(user, LoginType.SSO));
            UserDirectory.LICENCES.checkConversion(call, from, to);
        }
        if (!to.isPaid() && changed.flag("use_pmi") && !user.flag("use_pmi")) {
            throw call.refuse("host-not-paid");
        }
        if (!to.isPaid() && call.body().has("host_key") && !call.body().isNull("host_key")) {
            throw call.refuse("host-key-not-paid");
        }
        NewUser.withHostKey(call, changed);
    }

    private static void changePmi(Call call, Doc changed) {
        long pmi = changed.number("pmi");
        if (NewUser.isTaken(call, pmi)) {
            throw call.refuse("pmi-taken");
        }
        changed.put("personal_meeting_url", NewUser.personalMeeting(pmi));
    }

    private static void changePersonalLink(Call call, Doc user, Doc changed) {
        String name = changed.text("vanity_name", "");
        boolean taken = PersonalLink.holder(call.store(), name)
                .filter(holder -> !holder.id().equals(user.id()))
                .isPresent();
        if (taken) {
            throw call.refuse("vanity-name-taken");
        }
        PersonalLink.give(changed, name);
    }

    /** The request's attributes replace those with the same key; the account defines their names. */
    private static void changeAttributes(Call call, UserPolicy policy, Doc user, Doc changed) {
        if (call.body().docs("custom_attributes").isEmpty()) {
            return;
        }
        List<Doc> attributes = new ArrayList<>(user.docs("custom_attributes"));
        for (Doc sent : call.body().docs("custom_attributes")) {
            Doc known =
                    policy.attribute(sent.text("key", "")).orElseThrow(() -> call.refuse("custom-attribute-unknown"));
            Doc attribute = sent.copy().put("name", Optional.ofNullable(known.get("name")));
            attributes.removeIf(kept -> kept.text("key").equals(known.text("key")));
            attributes.add(attribute);
        }
        changed.put("custom_attributes", attributes);
    }
}

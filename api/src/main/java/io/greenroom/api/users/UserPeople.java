package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.roles.Privileges;
import java.util.List;
import java.util.Optional;

/** Users as the authorization server needs them to sign in, and their privileges as the road checks them. */
final class UserPeople implements People {

    @Override
    public Optional<Person> byId(Transaction unit, String userId) {
        return unit.find(USERS, userId).map(UserPeople::person);
    }

    @Override
    public Optional<Person> byLogin(Transaction unit, String email) {
        return UserDirectory.holder(unit, new EmailAddress(email)).map(UserPeople::person);
    }

    @Override
    public List<Person> first(Transaction unit, int most) {
        return unit
                .in(USERS)
                .where("status", UserState.ACTIVE.text())
                .page(Query.Start.FIRST, most)
                .documents()
                .stream()
                .map(UserPeople::person)
                .toList();
    }

    @Override
    public boolean permits(Transaction unit, String userId, List<String> privileges) {
        return unit.find(USERS, userId)
                .filter(user -> Privileges.permit(user, privileges))
                .isPresent();
    }

    @Override
    public void rehash(Transaction unit, Person person, String hash) {
        unit.find(USERS, person.id())
                .filter(user -> user.text("password_hash", "").equals(person.passwordHash()))
                .ifPresent(user -> unit.update(USERS, user.copy().put("password_hash", hash)));
    }

    @Override
    public boolean ownsBelow(Transaction unit, String userId) {
        return unit.find(USERS, userId).filter(Privileges::ownBelow).isPresent();
    }

    private static Person person(Doc user) {
        String name = PersonName.of(user);
        return new Person(
                user.text("account_id"),
                user.id(),
                user.text("email"),
                name.isEmpty() ? user.text("email") : name,
                LoginType.isByEmail(user) ? user.text("password_hash", "") : "",
                UserState.of(user) == UserState.ACTIVE,
                Privileges.editApps(user));
    }
}

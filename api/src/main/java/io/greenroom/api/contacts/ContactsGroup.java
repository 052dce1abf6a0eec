package io.greenroom.api.contacts;

import io.greenroom.api.imgroups.ImGroups;
import io.greenroom.api.users.Users;
import io.greenroom.api.users.facts.UserMoved;
import io.greenroom.api.users.facts.UserRemoved;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The Contacts group: the users that a user finds in the client. */
public final class ContactsGroup implements ApiGroup {
    private final Users users;
    private final ImGroups imGroups;

    public ContactsGroup(Users users, ImGroups imGroups) {
        this.users = users;
        this.imGroups = imGroups;
    }

    @Override
    public List<Table> tables() {
        return List.of(OutsideContacts.CONTACTS);
    }

    @Override
    public void bind(Bindings on) {
        Colleagues colleagues = new Colleagues(users);
        new ContactHandler(users, colleagues, imGroups).bind(on);
        new ContactSearchHandler(colleagues, imGroups).bind(on);
        new ContactsControl(users).bind(on);
        on.fact(
                UserRemoved.class,
                (call, removed) ->
                        OutsideContacts.forget(call.store(), removed.user().id()));
        on.fact(
                UserMoved.class,
                (call, moved) -> OutsideContacts.move(moved.user().id(), moved.from(), moved.to()));
    }
}

package io.greenroom.api.contacts;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.People.Person;
import io.greenroom.kernel.doc.Doc;

/** Makes two users of different accounts contacts. No operation of the public API does it. */
final class ContactsControl {
    private final Users users;

    ContactsControl(Users users) {
        this.users = users;
    }

    void bind(Bindings on) {
        on.asks(People.class);
        on.doc("controlContactIntroduce", this::introduce);
    }

    private Doc introduce(Call call) {
        String email = call.body().text("email");
        Doc user = users.require(call, call.path("userId"));
        Person contact = call.ask(People.class)
                .byLogin(call.store(), email)
                .orElseThrow(() -> call.refuse("control-contact-missing"));
        if (contact.account().equals(call.store().account())) {
            throw call.refuse("control-contact-near");
        }
        OutsideContacts.introduce(call.store(), user.id(), call.store().as(contact.account()), contact.id());
        return call.blank("IntroducedContact")
                .put("id", contact.id())
                .put("account_id", contact.account())
                .put("email", contact.email());
    }
}

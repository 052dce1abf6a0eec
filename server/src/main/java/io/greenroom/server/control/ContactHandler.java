package io.greenroom.server.control;

import io.greenroom.api.contacts.OutsideContacts;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.People.Person;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.Transaction;

/** Contacts outside the account, whom people make by their clients and no operation of the public API does. */
final class ContactHandler {
    private final Installation installation;

    ContactHandler(Installation installation) {
        this.installation = installation;
    }

    void bind(ControlBindings on) {
        on.doc("controlContactIntroduce", this::introduce);
    }

    private Doc introduce(ControlCall call) {
        return installation.store().write(call.account(), unit -> introduce(call, unit));
    }

    private Doc introduce(ControlCall call, Transaction unit) {
        String email = call.body().text("email");
        People people = installation.scope().bindings().people();
        Doc user = Rows.user(call, unit);
        Person contact =
                people.byLogin(unit, email).orElseThrow(() -> call.refuse("control-contact-missing", "email", email));
        if (contact.account().equals(unit.account())) {
            throw call.refuse("control-contact-near", "email", email);
        }
        OutsideContacts.introduce(unit, user.id(), unit.as(contact.account()), contact.id());
        return call.blank("IntroducedContact")
                .put("id", contact.id())
                .put("account_id", contact.account())
                .put("email", contact.email());
    }
}

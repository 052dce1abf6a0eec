package io.greenroom.api.contacts;

import io.greenroom.api.imgroups.ImGroups;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.profiles.Presence;
import io.greenroom.parts.profiles.UserState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contacts of the caller's user. */
final class ContactHandler {
    private final Users users;
    private final Colleagues colleagues;
    private final ImGroups imGroups;

    ContactHandler(Users users, Colleagues colleagues, ImGroups imGroups) {
        this.users = users;
        this.colleagues = colleagues;
        this.imGroups = imGroups;
    }

    void bind(Bindings on) {
        on.page("getUserContacts", this::list);
        on.doc("getUserContact", this::show);
    }

    private Page list(Call call) {
        String own = call.caller().userId();
        return call.query().text("type").equals("company")
                ? colleagues.page(call, user -> !user.id().equals(own) && !imGroups.hide(call, user))
                : outside(call, own);
    }

    private Page outside(Call call, String own) {
        Query.Slice some = OutsideContacts.of(call.store(), own)
                .page(call.page().start(), call.page().size());
        List<Doc> people = some.documents().stream()
                .flatMap(contact -> person(call, contact).stream())
                .toList();
        return new Page(people, some.total(), some.next(), Map.of());
    }

    private Doc show(Call call) {
        Doc person = colleague(call)
                .or(() -> outsider(call))
                .orElseThrow(() -> call.refuse("user-missing", "userId", call.path("contactId")));
        // The stored presence has the same field name, but is not the status that contacts see.
        Doc shown = Colleagues.shown(call, "ContactDetail", person).remove("presence_status");
        if (!call.query().flag("query_presence_status")) {
            return shown;
        }
        if (UserState.of(person) != UserState.ACTIVE) {
            throw call.refuse("contact-presence-failed");
        }
        return shown.put("presence_status", Presence.seen(person));
    }

    /** Finds another user of the account; users are not their own contacts. */
    private Optional<Doc> colleague(Call call) {
        return users.find(call, call.path("contactId"))
                .filter(user -> UserState.of(user) == UserState.ACTIVE)
                .filter(user -> !user.id().equals(call.caller().userId()))
                .filter(user -> !imGroups.hide(call, user));
    }

    private Optional<Doc> outsider(Call call) {
        String who = call.path("contactId");
        String own = call.caller().userId();
        return OutsideContacts.find(call.store(), own, who)
                .flatMap(contact -> person(call, contact))
                .or(() -> OutsideContacts.of(call.store(), own).list().stream()
                        .flatMap(contact -> person(call, contact).stream())
                        .filter(person -> person.text("email").equalsIgnoreCase(who))
                        .findFirst());
    }

    /** The contact's user; empty when the contact's account was deleted. */
    private Optional<Doc> person(Call call, Doc contact) {
        return users.find(OutsideContacts.home(call.store(), contact), contact.text("contact_id"));
    }
}

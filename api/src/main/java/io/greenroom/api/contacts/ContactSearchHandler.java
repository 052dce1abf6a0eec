package io.greenroom.api.contacts;

import io.greenroom.api.imgroups.ImGroups;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.names.Name;
import io.greenroom.parts.profiles.Presence;
import java.util.stream.Stream;

/** Searches the company's contacts. */
final class ContactSearchHandler {
    private final Colleagues colleagues;
    private final ImGroups imGroups;

    ContactSearchHandler(Colleagues colleagues, ImGroups imGroups) {
        this.colleagues = colleagues;
        this.imGroups = imGroups;
    }

    void bind(Bindings on) {
        on.asks(SipPhones.class);
        on.page("searchCompanyContacts", this::search);
    }

    private Page search(Call call) {
        String key = Name.of(call.query().text("search_key")).key();
        boolean present = call.query().text("query_presence_status").equals("true");
        // Callers with access to the whole account find hidden users too.
        boolean all = !call.ownOnly();
        return colleagues
                .page(call, user -> fits(user, key) && (all || !imGroups.hide(call, user)))
                .map(user -> found(call, user, present));
    }

    /** Matches a part of the name or the e-mail address, regardless of spelling variants such as case. */
    private static boolean fits(Doc user, String key) {
        String name = user.text("first_name", "") + " " + user.text("last_name", "");
        return Stream.of(name, user.text("email"))
                .anyMatch(text -> Name.of(text).key().contains(key));
    }

    private Doc found(Call call, Doc user, boolean present) {
        // The stored presence has the same field name, but is not the status that contacts see.
        Doc found = Colleagues.shown(call, "ContactFound", user)
                .remove("presence_status")
                .put("sip_phone_number", call.ask(SipPhones.class).number(call, user.id()));
        imGroups.first(call, user)
                .ifPresent(group -> found.put("im_group_id", group.id()).put("im_group_name", group.text("name")));
        return present ? found.put("presence_status", Presence.seen(user)) : found;
    }
}

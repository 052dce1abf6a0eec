package io.greenroom.api.webinars;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.mails.Mails;
import io.greenroom.parts.meetingsettings.MeetingCapacity;
import io.greenroom.parts.panelists.Panelists;
import io.greenroom.parts.scheduling.HostDirectory;
import java.util.List;

/** Adds, lists and removes the panelists of webinars. */
final class PanelistHandler {
    private final HostDirectory hosts;

    PanelistHandler(HostDirectory hosts) {
        this.hosts = hosts;
    }

    void bind(Bindings on) {
        on.page("webinarPanelists", this::list);
        on.doc("webinarPanelistCreate", this::add);
        on.done("webinarPanelistDelete", this::remove);
        on.done(
                "webinarPanelistsDelete",
                call -> new Panelists(call, webinar(call).id()).clear());
    }

    private static Doc webinar(Call call) {
        return call.named("webinarId");
    }

    private Page list(Call call) {
        Doc webinar = webinar(call);
        return Page.whole(new Panelists(call, webinar.id())
                .all().stream()
                        .map(panelist ->
                                call.as("WebinarPanelist", panelist).put("join_url", Panelists.link(webinar, panelist)))
                        .toList());
    }

    /** A panelist whose address is known keeps the link, and takes the new name. */
    private Doc add(Call call) {
        Doc webinar = webinar(call);
        Panelists panelists = new Panelists(call, webinar.id());
        long most = MeetingCapacity.of(hosts.settings(call, hosts.host(call, webinar)));
        List<Doc> entries = call.body().docs("panelists");
        for (Doc entry : entries) {
            String email = entry.optionalText("email").orElseThrow(() -> call.invalid("panelists.email"));
            boolean known = panelists.byEmail(email).isPresent();
            if (!known && panelists.count() >= most) {
                throw call.refuse("webinar-panelists-full");
            }
            Doc panelist = panelists.put(entry.text("name", ""), email);
            if (!known && webinar.doc("settings").flag("panelists_invitation_email_notification")) {
                invite(call, webinar, panelist);
            }
        }
        return call.blank("WebinarPanelistsAdded").put("id", webinar.id()).put("updated_at", call.second());
    }

    private static void invite(Call call, Doc webinar, Doc panelist) {
        String topic = webinar.text("topic", "");
        Mails.send(
                call,
                "webinar_panelist",
                panelist.text("email"),
                "Panelist for " + topic,
                "Hi " + panelist.text("name", "") + ",\n\nYou are invited to a webinar as a panelist.\n\nTopic: "
                        + topic + "\n\nJoin: " + call.origin() + Panelists.link(webinar, panelist) + "\n");
    }

    private void remove(Call call) {
        Panelists panelists = new Panelists(call, webinar(call).id());
        String named = call.path("panelistId");
        Doc panelist = panelists
                .find(named)
                .or(() -> panelists.byEmail(named))
                .orElseThrow(() -> call.refuse("webinar-panelist-missing"));
        panelists.remove(panelist);
    }
}

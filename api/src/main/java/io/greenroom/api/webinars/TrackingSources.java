package io.greenroom.api.webinars;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.registration.Registrants;
import java.util.Optional;

/** Where the visitors of registration pages come from. Hosts create the sources on the web, here the control API. */
final class TrackingSources {
    static final Table SOURCES = Table.of("tracking_sources", "TrackingSourceRecord")
            .key("owner", "id")
            .columns("owner")
            .goesWith("webinar", "owner");

    private static final int MOST = 50;

    void bind(Bindings on) {
        on.page("getTrackingSources", this::list);
        on.doc("controlTrackingSourceCreate", this::create);
    }

    private static Query of(Call call, Doc webinar) {
        return call.store().in(SOURCES).where("owner", webinar.id());
    }

    private Page list(Call call) {
        Doc webinar = call.named("webinarId");
        return Page.whole(of(call, webinar).list().stream()
                .map(source -> shown(call, webinar, source))
                .toList());
    }

    private static Doc shown(Call call, Doc webinar, Doc source) {
        return call.as("WebinarSource", source)
                .put("registrationr_count", new Registrants(call, webinar.id()).active(source.id()))
                .put(
                        "tracking_url",
                        webinar.optionalText("registration_key")
                                .map(key -> "/webinar/register/" + key + "?source=" + source.id()));
    }

    private Doc create(Call call) {
        Doc webinar = call.named("webinarId");
        if (of(call, webinar).count() >= MOST) {
            throw call.refuse("control-sources-full");
        }
        Doc source = call.blank(SOURCES)
                .take(call.body())
                .put("owner", webinar.id())
                .put("id", call.ids().next())
                .put("visitor_count", 0);
        return shown(call, webinar, call.store().insert(SOURCES, source));
    }

    /** The source of a webinar with an id. */
    static Optional<Doc> find(Call call, Doc webinar, String id) {
        return call.store().find(SOURCES, webinar.id() + "/" + id);
    }

    /** Counts a visit to the registration page of a webinar. */
    static void visit(Call call, Doc webinar, String id) {
        find(call, webinar, id).ifPresent(source -> call.store()
                .update(SOURCES, source.copy().put("visitor_count", source.number("visitor_count") + 1)));
    }
}

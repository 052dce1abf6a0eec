package io.greenroom.api.webinars;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.panelists.Panelists;
import io.greenroom.parts.registration.RegistrationHosts;
import io.greenroom.parts.registration.RegistrationOperations;
import io.greenroom.parts.registration.RegistrationPages;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.scheduling.HostDirectory;
import java.util.ArrayList;
import java.util.List;

/** Registration for webinars: at most as many people as the host allows and the host's licence admits. */
final class WebinarRegistrationHandler implements RegistrationHosts {
    private final HostDirectory hosts;
    private final Registrations registrations = new Registrations(Kind.WEBINAR, this);
    private final RegistrationOperations operations =
            new RegistrationOperations(Kind.WEBINAR, registrations, "webinarId");

    WebinarRegistrationHandler(HostDirectory hosts) {
        this.hosts = hosts;
    }

    Registrations registrations() {
        return registrations;
    }

    void bind(Bindings on) {
        new RegistrationPages(Kind.WEBINAR, registrations).bind(on);
        on.doc("addBatchWebinarRegistrants", operations::addAll);
        on.page("webinarRegistrants", operations::list);
        on.doc("webinarRegistrantGet", operations::get);
        on.doc("webinarRegistrantCreate", operations::create);
        on.doc("webinarRegistrantsQuestionsGet", operations::questions);
        on.done("webinarRegistrantQuestionUpdate", operations::changeQuestions);
        on.done("webinarRegistrantStatus", operations::decide);
        on.done("deleteWebinarRegistrant", operations::remove);
    }

    @Override
    public List<Limit> limits(Call call, Doc webinar) {
        List<Limit> limits = new ArrayList<>();
        long restricted = webinar.doc("settings").number("registrants_restrict_number", 0);
        if (restricted > 0) {
            limits.add(new Limit(restricted, "webinar-full"));
        }
        long licensed = hosts.settings(call, hosts.host(call, webinar))
                .number("feature.webinar_capacity")
                .orElse(0L);
        limits.add(new Limit(licensed, "webinar-attendees-full"));
        return limits;
    }

    /** The host and the panelists have links of their own. */
    @Override
    public void check(Call call, Doc webinar, Doc profile) {
        String email = profile.text("email");
        if (call.declares("webinar-host-registers")
                && hosts.host(call, webinar).text("email").equalsIgnoreCase(email)) {
            throw call.refuse("webinar-host-registers");
        }
        if (call.declares("webinar-work-email")
                && new Panelists(call, webinar.id()).byEmail(email).isPresent()) {
            throw call.refuse("webinar-work-email");
        }
        if (call.declares("webinar-name-invalid")
                && profile.text("first_name", "").isBlank()) {
            throw call.refuse("webinar-name-invalid");
        }
        if (profile.has("source_id")
                && TrackingSources.find(call, webinar, profile.text("source_id"))
                        .isEmpty()) {
            profile.remove("source_id");
        }
    }

    @Override
    public void visited(Call call, Doc webinar, String source) {
        TrackingSources.visit(call, webinar, source);
    }
}

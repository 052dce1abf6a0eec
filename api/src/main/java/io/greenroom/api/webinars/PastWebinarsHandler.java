package io.greenroom.api.webinars;

import io.greenroom.history.PastSessions;
import io.greenroom.history.PollResults;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.scheduling.HostDirectory;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows ended instances of webinars. */
final class PastWebinarsHandler {
    /** A UUID, encoded or not. */
    private static final Pattern UUID = Pattern.compile("[A-Za-z0-9+/ %=]{22,72}");

    private final PastSessions past = new PastSessions(Kind.WEBINAR);
    private final Schedules schedules;
    private final HostDirectory hosts;
    private final Webinars webinars;

    PastWebinarsHandler(Schedules schedules, HostDirectory hosts, Webinars webinars) {
        this.schedules = schedules;
        this.hosts = hosts;
        this.webinars = webinars;
    }

    void bind(Bindings on) {
        on.doc("pastWebinars", this::instances);
        on.page("listWebinarParticipants", this::participants);
        on.page("webinarAbsentees", this::absentees);
        on.doc("listPastWebinarPollResults", call -> PollResults.polls(call, held(call)));
        on.doc("listPastWebinarQA", call -> PollResults.conversations(call, held(call)));
    }

    private Doc instances(Call call) {
        Doc webinar = call.named("webinarId");
        return call.blank("WebinarInstances").put("webinars", past.instances(call, webinar.number("id")));
    }

    private static boolean isOthers(Call call, Doc session) {
        return call.ownOnly() && !session.text("host_id").equals(call.caller().userId());
    }

    private Page participants(Call call) {
        Doc session = past.find(call, call.path("webinarId")).orElseThrow(() -> call.refuse("webinar-missing"));
        if (isOthers(call, session)) {
            throw call.refuse("no-permission");
        }
        return PastSessions.participants(call, session);
    }

    /** The session whose polls or questions are asked for. */
    private Doc held(Call call) {
        String named = call.path("webinarId");
        Doc session = past.find(call, named)
                .orElseThrow(() -> PastSessions.isNumber(named) && schedules.isElsewhere(call, named)
                        ? call.refuse("host-foreign", "accountId", account(call))
                        : call.refuse("webinar-not-ended"));
        if (isOthers(call, session)) {
            throw call.refuse("webinar-not-yours");
        }
        return session;
    }

    private Page absentees(Call call) {
        String named = call.path("WebinarUUID");
        Doc session =
                past.find(call, named).orElseThrow(() -> call.refuse(absent(call, named), "accountId", account(call)));
        if (isOthers(call, session)) {
            throw call.refuse("host-foreign", "accountId", account(call));
        }
        hosts.find(call, session.text("host_id")).ifPresent(host -> webinars.requireLicence(call, host));
        Optional<Doc> webinar = schedules.find(call, session.text("number"));
        if (webinar.isPresent() && !Registrations.isOn(webinar.get())) {
            throw call.refuse("webinar-registration-none");
        }
        Optional<String> occurrence = call.query().optionalText("occurrence_id");
        if (webinar.isPresent() && occurrence.isPresent() && !has(webinar.get(), occurrence.get())) {
            throw call.refuse("webinar-occurrence-invalid", "occurrence_id", occurrence.get());
        }
        return Page.of(Absentees.of(call, session, occurrence)
                .page(call.page().start(), call.page().size()));
    }

    private static String account(Call call) {
        return call.store().account();
    }

    private static boolean has(Doc webinar, String occurrenceId) {
        return webinar.docs("occurrences").stream()
                .anyMatch(occurrence -> occurrence.text("occurrence_id").equals(occurrenceId));
    }

    private String absent(Call call, String named) {
        if (PastSessions.isNumber(named)) {
            return schedules.isElsewhere(call, named) ? "host-foreign" : "meeting-not-ended";
        }
        return UUID.matcher(named).matches() ? "meeting-not-ended" : "webinar-uuid-invalid";
    }
}

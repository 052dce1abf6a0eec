package io.greenroom.api.meetings;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.pages.PageLayout;
import io.greenroom.kernel.pages.Template;
import io.greenroom.kernel.pages.Template.Html;
import io.greenroom.kernel.pages.Visit;
import io.greenroom.live.Arrival;
import io.greenroom.live.Door;
import io.greenroom.live.Outcome;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.registration.Registrants;
import io.greenroom.parts.schedules.Invitation;
import io.greenroom.parts.schedules.InviteLinks;
import io.greenroom.parts.schedules.Occurrences;
import io.greenroom.parts.schedules.Passcodes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of one meeting or webinar for one visitor. What is not public needs the passcode, if there is one. */
final class JoinPage {
    private static final Template PAGE = Template.named("/pages/join.html");
    private static final Template ROW = Template.named("/pages/row.html");
    private static final int OK = 200;

    private final Call call;
    private final Visit visit;
    private final Door door;
    private final Doc schedule;
    private final Optional<Doc> starter;
    private final Optional<String> invitee;
    private final Optional<Doc> registrant;

    /** Whether the visitor has the passcode. */
    private enum Passcode {
        NONE("not needed"),
        ACCEPTED("accepted"),
        MISSING("required"),
        WRONG("wrong");

        private final String text;

        Passcode(String text) {
            this.text = text;
        }

        boolean opens() {
            return this == NONE || this == ACCEPTED;
        }
    }

    /**
     * A page.
     *
     * @param starter the user that the visitor comes as, empty for guests
     */
    JoinPage(Call call, Visit visit, Door door, Doc schedule, Optional<Doc> starter) {
        this.call = call;
        this.visit = visit;
        this.door = door;
        this.schedule = schedule;
        this.starter = starter;
        Optional<String> token = visit.parameter("tk");
        this.invitee = token.flatMap(text -> InviteLinks.invitee(call, schedule, text));
        this.registrant = token.flatMap(new Registrants(call, schedule.id())::byToken);
    }

    /** The page of a schedule that has expired. */
    static Answer ended(PageLayout layout, Doc schedule) {
        return answer(layout, "Meeting", "ended", "This meeting is over.", List.of(number(schedule)));
    }

    Answer answer(PageLayout layout) {
        Passcode passcode = passcode();
        List<Html> rows = new ArrayList<>(List.of(number(schedule), row("passcode", "Passcode", passcode.text)));
        if (passcode.opens()) {
            Occurrences.start(schedule, call.now())
                    .ifPresent(start -> rows.add(
                            row("time", "Time", Invitation.time(start, ZoneId.of(schedule.text("timezone"))))));
            rows.add(row("host", "Host", PersonName.of(door.host(call, schedule))));
        }
        invitee.or(() -> registrant.or(() -> starter).map(PersonName::of))
                .ifPresent(name -> rows.add(row("name", "Your name", name)));
        Outcome outcome = door.sessions().prospect(call, schedule, arrival(passcode));
        String topic = passcode.opens() ? schedule.text("topic", "") : "Meeting";
        if (visit.parameter("zak").isPresent() && starter.isEmpty()) {
            return answer(layout, topic, "start_link_invalid", "This start link is not valid any more.", rows);
        }
        return passcode == Passcode.MISSING
                ? answer(layout, topic, "passcode_required", "Enter the passcode to join.", rows)
                : answer(layout, topic, state(outcome), sentence(outcome), rows);
    }

    private static Answer answer(PageLayout layout, String topic, String state, String sentence, List<Html> rows) {
        Html content = PAGE.fill(Map.of("topic", topic, "state", state, "sentence", sentence, "rows", Html.all(rows)));
        return layout.page(OK, topic, content);
    }

    private static Html number(Doc schedule) {
        String number = schedule.mayHold("pmi") && schedule.has("pmi") ? schedule.text("pmi") : schedule.id();
        return row("number", "Meeting ID", number);
    }

    private static Html row(String id, String label, String value) {
        return ROW.fill(Map.of("id", id, "label", label, "value", value));
    }

    /**
     * Links contain the passcode in its sealed form; people enter it as it is. Hosts, invited people and registrants
     * need none.
     */
    private Passcode passcode() {
        String passcode = schedule.text("password", "");
        if (passcode.isEmpty() || starter.isPresent() || invitee.isPresent() || registrant.isPresent()) {
            return Passcode.NONE;
        }
        Optional<String> given = visit.parameter("pwd");
        if (given.isEmpty()) {
            return Passcode.MISSING;
        }
        boolean fits = given.get().equals(passcode)
                || given.get().equals(Passcodes.sealed(call, schedule.number("id"), passcode));
        return fits ? Passcode.ACCEPTED : Passcode.WRONG;
    }

    private Arrival arrival(Passcode passcode) {
        Optional<String> typed = passcode.opens() ? Optional.empty() : Optional.of("");
        Doc client = new Doc(Schema.anyObject()).put("token", registrant.map(one -> one.text("token")));
        return new Arrival(starter, invitee, Optional.empty(), typed, true, client);
    }

    private String state(Outcome outcome) {
        return outcome.reason()
                .map(Outcome.Reason::word)
                .orElse(schedule.flag("live") ? "open" : starter.isPresent() ? "can_start" : "can_join");
    }

    private String sentence(Outcome outcome) {
        return outcome.reason().map(JoinPage::sentence).orElseGet(() -> switch (state(outcome)) {
            case "can_start" -> "You can start the meeting now.";
            default -> "You can join the meeting now.";
        });
    }

    private static String sentence(Outcome.Reason reason) {
        return switch (reason) {
            case WAITING_FOR_HOST -> "The meeting has not started. You would wait for the host.";
            case WAITING_FOR_BROADCAST -> "The webinar has not started. You would wait for the broadcast.";
            case WAITING_ROOM -> "You would wait in the waiting room until the host admits you.";
            case INVITATION_INVALID -> "This invitation is not valid any more.";
            case WRONG_PASSCODE -> "The passcode is wrong.";
            case SIGN_IN_REQUIRED -> "Sign in to join this meeting.";
            case WRONG_DOMAIN, DOMAIN_BLOCKED -> "Your e-mail address is not allowed to join this meeting.";
            case COUNTRY_BLOCKED -> "People from your country or region are not allowed to join this meeting.";
            case REGISTRATION_REQUIRED -> "Register to join this meeting.";
            case REGISTRATION_PENDING -> "The host has not approved your registration yet.";
            case REGISTRATION_DENIED -> "The host has denied your registration.";
            case REMOVED -> "The host has removed you from this meeting.";
            case TOO_EARLY -> "The meeting has not started yet.";
            case HOST_ELSEWHERE -> "The host is in another meeting.";
            case ENDED -> "The meeting is over.";
            case LOCKED -> "The host has locked the meeting.";
            case FULL -> "The meeting is full.";
        };
    }
}

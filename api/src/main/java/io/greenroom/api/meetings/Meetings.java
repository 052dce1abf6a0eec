package io.greenroom.api.meetings;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.startkeys.StartKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds meetings for their operations, and shows them to their hosts. */
final class Meetings {
    /** How long a start link is valid, and that of a host who was created by the API and cannot sign in. */
    private static final Duration START_LINK = Duration.ofHours(2);

    private static final Duration START_LINK_OF_API_USERS = Duration.ofDays(90);

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{8,10}");

    /** The refusals of a caller who is not the host; an operation answers the first that it declares. */
    private static final List<String> NOT_HOST = List.of(
            "meeting-not-host",
            "meeting-host-other",
            "meeting-control-denied",
            "meeting-information-closed",
            "meeting-closed",
            "meeting-missing");

    /** The refusals of a webinar's number; an operation answers the first that it declares. */
    private static final List<String> WEBINAR =
            List.of("meeting-is-webinar", "meeting-information-closed", "meeting-closed", "meeting-missing");

    /** The refusals of another account's meeting; an operation answers the first that it declares. */
    private static final List<String> FOREIGN = List.of("host-foreign", "meeting-missing");

    private final Schedules schedules;
    private final Schedules webinars = new Schedules(Kind.WEBINAR);
    private final Users users;
    private final PersonalMeetings personal;

    Meetings(Forms forms) {
        this.schedules = forms.schedules();
        this.users = forms.users();
        this.personal = new PersonalMeetings(forms);
    }

    /**
     * The meeting that a path names; a user-level token reaches the user's own meetings only.
     *
     * @throws Refusal if it is a webinar, another account's or another host's
     */
    Optional<Doc> find(Call call, String named) {
        String number = named.strip();
        Optional<Doc> meeting = lookUp(call, number);
        if (meeting.isEmpty()) {
            refuseOther(call, number);
        }
        meeting.ifPresent(one -> refuseOthers(call, one));
        return meeting;
    }

    /** The meeting with a number, for people who join it. */
    Optional<Doc> lookUp(Call call, String number) {
        return personal.find(call, number).or(() -> schedules.find(call, number));
    }

    /** Refuses a user-level token of a user who may not manage a meeting. */
    static void refuseOthers(Call call, Doc meeting) {
        if (call.ownOnly() && !mayManage(call, meeting)) {
            throw refusal(call, NOT_HOST);
        }
    }

    /** The meeting that a path names. */
    Doc require(Call call, String number) {
        return find(call, number).orElseThrow(() -> call.refuse("meeting-missing"));
    }

    /** Whether the caller's user is the host, or scheduled the meeting for the host. */
    private static boolean mayManage(Call call, Doc meeting) {
        String caller = call.caller().userId();
        return meeting.text("host_id").equals(caller)
                || meeting.text("assistant_id", "").equals(caller);
    }

    private void refuseOther(Call call, String number) {
        if (call.declares("meeting-id-unknown") && !NUMBER.matcher(number).matches()) {
            throw call.refuse("meeting-id-unknown");
        }
        if (call.declares("meeting-has-ended") && schedules.hasExpired(call, number)) {
            throw call.refuse("meeting-has-ended");
        }
        if (webinars.find(call, number).isPresent()) {
            throw refusal(call, WEBINAR);
        }
        if (schedules.isElsewhere(call, number)) {
            throw refusal(call, FOREIGN);
        }
    }

    private static Refusal refusal(Call call, List<String> failures) {
        String first = failures.stream().filter(call::declares).findFirst().orElse("meeting-missing");
        return call.refuse(first, "accountId", call.store().account());
    }

    /** The user who hosts a meeting. */
    Doc host(Call call, Doc meeting) {
        return users.require(call, meeting.text("host_id"));
    }

    /** The meeting as its host sees it, with a new start link. */
    Doc show(Call call, Doc meeting) {
        Doc host = host(call, meeting);
        boolean registers = Registrations.isOn(meeting);
        return call.as("Meeting", meeting)
                .put("host_email", host.text("email"))
                .put("status", meeting.flag("live") ? "started" : "waiting")
                .put("start_url", "/s/" + meeting.id() + "?zak=" + StartKey.issue(call, host, startLink(host)))
                .put(
                        "registration_url",
                        meeting.optionalText("registration_key")
                                .filter(key -> registers)
                                .map(key -> "/meeting/register/" + key))
                .put(
                        "occurrences",
                        Optional.of(meeting)
                                .filter(one -> one.has("occurrences"))
                                .map(one -> occurrences(call, one)));
    }

    private static Duration startLink(Doc host) {
        return LoginType.has(host, LoginType.API) ? START_LINK_OF_API_USERS : START_LINK;
    }

    private static List<Doc> occurrences(Call call, Doc meeting) {
        String all = "show_previous_occurrences";
        boolean past = call.query().mayHold(all) && call.query().flag(all);
        return Occurrences.shown(call, past ? meeting.docs("occurrences") : Occurrences.coming(meeting, call.now()));
    }
}

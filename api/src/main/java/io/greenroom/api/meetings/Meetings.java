package io.greenroom.api.meetings;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.startkeys.StartKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds meetings for their operations, and shows them to their hosts. */
final class Meetings {
    /** How long a start link is valid, and that of a host who was created by the API and cannot sign in. */
    private static final Duration START_LINK = Duration.ofHours(2);

    private static final Duration START_LINK_OF_API_USERS = Duration.ofDays(90);

    /** The refusals of a caller who is not the host, of which an operation declares one. */
    private static final List<String> NOT_HOST =
            List.of("meeting-not-host", "meeting-host-other", "meeting-information-closed", "meeting-closed");

    /** The refusals of a webinar's number, of which an operation declares one. */
    private static final List<String> WEBINAR =
            List.of("meeting-is-webinar", "meeting-information-closed", "meeting-closed");

    private final Schedules schedules;
    private final Users users;

    Meetings(Schedules schedules, Users users) {
        this.schedules = schedules;
        this.users = users;
    }

    Schedules schedules() {
        return schedules;
    }

    /**
     * The meeting that a path names; a user-level token reaches the user's own meetings only.
     *
     * @throws Refusal if it is a webinar, or another host's
     */
    Optional<Doc> find(Call call, String number) {
        Optional<Doc> meeting = schedules.find(call, number);
        if (meeting.isEmpty()) {
            refuseWebinar(call, number);
        }
        if (meeting.isPresent() && call.ownOnly() && !mayManage(call, meeting.get())) {
            throw refusal(call, NOT_HOST).orElseGet(() -> call.refuse("meeting-missing"));
        }
        return meeting;
    }

    /** Whether the caller's user is the host, or scheduled the meeting for the host. */
    private static boolean mayManage(Call call, Doc meeting) {
        String caller = call.caller().userId();
        return meeting.text("host_id").equals(caller)
                || meeting.text("assistant_id", "").equals(caller);
    }

    private static void refuseWebinar(Call call, String number) {
        if (new Schedules(Kind.WEBINAR).find(call, number).isPresent()) {
            Optional<Refusal> refusal = refusal(call, WEBINAR);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }

    private static Optional<Refusal> refusal(Call call, List<String> failures) {
        return failures.stream().filter(call::declares).findFirst().map(call::refuse);
    }

    Doc host(Call call, Doc meeting) {
        return users.require(call, meeting.text("host_id"));
    }

    /** The meeting as its host sees it, with a new start link. */
    Doc show(Call call, Doc meeting) {
        Doc host = host(call, meeting);
        boolean registers = meeting.doc("settings").number("approval_type", 2) != 2;
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
        boolean all = call.query().mayHold("show_previous_occurrences")
                && call.query().flag("show_previous_occurrences");
        List<Doc> shown = all ? meeting.docs("occurrences") : Occurrences.coming(meeting, call.now());
        return Occurrences.shown(call, shown);
    }
}

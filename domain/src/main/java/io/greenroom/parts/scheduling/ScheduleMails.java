package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.mails.Mails;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.registration.RegistrantStatus;
import io.greenroom.parts.registration.Registrants;
import io.greenroom.parts.schedules.Invitation;
import io.greenroom.parts.schedules.Kind;
import java.util.Arrays;
import java.util.List;

/** The mails about schedules of one kind to hosts, alternative hosts and registrants. */
final class ScheduleMails {
    private static final String NOTIFIES = "alternative_hosts_email_notification";
    private static final int AT_ONCE = 300;

    private final Kind kind;

    ScheduleMails(Kind kind) {
        this.kind = kind;
    }

    /** Informs a host of what another user has scheduled for the host. */
    void scheduled(Call call, Doc schedule, Doc host, Doc scheduler) {
        if (!host.id().equals(scheduler.id())) {
            Mails.send(
                    call,
                    kind.word() + "_scheduled_for_host",
                    host.text("email"),
                    PersonName.of(scheduler) + " has scheduled a " + kind.word() + " for you: " + topic(schedule),
                    Invitation.text(call, schedule, host));
        }
    }

    /** Informs the users who have become alternative hosts of a schedule, unless its settings say not to. */
    void named(Call call, List<String> before, Doc schedule, Doc host) {
        Doc settings = schedule.doc("settings");
        if (!settings.mayHold(NOTIFIES) || !settings.flag(NOTIFIES)) {
            return;
        }
        alternativeHosts(schedule).stream()
                .filter(email -> !before.contains(email))
                .forEach(email -> Mails.send(
                        call,
                        kind.word() + "_alternative_host",
                        email,
                        "You are an alternative host of " + topic(schedule),
                        Invitation.text(call, schedule, host)));
    }

    static List<String> alternativeHosts(Doc schedule) {
        return Arrays.stream(
                        schedule.doc("settings").text("alternative_hosts", "").split(";"))
                .filter(email -> !email.isEmpty())
                .toList();
    }

    /**
     * Informs the people that the request names about a deletion: hosts, registrants, both or none.
     *
     * @param time of what was deleted; empty for schedules without a time
     */
    void cancelled(Call call, Doc schedule, Doc host, String time) {
        String subject = topic(schedule) + " has been cancelled";
        String text = "The " + kind.word() + " " + topic(schedule) + (time.isEmpty() ? "" : ", " + time + ",")
                + " has been cancelled by " + PersonName.of(host) + ".";
        String about = kind.word() + "_cancelled";
        if (isAsked(call, "schedule_for_reminder")) {
            Mails.send(call, about, host.text("email"), subject, text);
            alternativeHosts(schedule).forEach(email -> Mails.send(call, about, email, subject, text));
        }
        if (isAsked(call, "cancel_" + kind.word() + "_reminder")) {
            Query.Start start = Query.Start.FIRST;
            Query.Slice some;
            do {
                some = new Registrants(call, schedule.id())
                        .with(RegistrantStatus.APPROVED)
                        .page(start, AT_ONCE);
                some.documents().forEach(one -> Mails.send(call, about, one.text("email"), subject, text));
                start = Query.Start.after(some.last());
            } while (some.more());
        }
    }

    private static boolean isAsked(Call call, String reminder) {
        return call.query().mayHold(reminder) && call.query().flag(reminder);
    }

    private static String topic(Doc schedule) {
        return schedule.text("topic", "Zoom Meeting");
    }
}

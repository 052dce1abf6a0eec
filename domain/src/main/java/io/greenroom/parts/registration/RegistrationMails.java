package io.greenroom.parts.registration;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.mails.Mails;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.schedules.Invitation;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The mails about the registrants of one schedule, as far as its settings allow them. */
final class RegistrationMails {
    private final Call call;
    private final Kind kind;
    private final Doc schedule;
    private final Doc settings;

    RegistrationMails(Call call, Kind kind, Doc schedule) {
        this.call = call;
        this.kind = kind;
        this.schedule = schedule;
        this.settings = schedule.doc("settings");
    }

    /** Confirms a registration, and asks the contact of the schedule for a decision if it needs one. */
    void created(Doc registrant) {
        boolean pending = Registrants.status(registrant) == RegistrantStatus.PENDING;
        if (settings.flag("registrants_confirmation_email")) {
            send(
                    pending ? "registration_pending" : "registration_confirmation",
                    registrant,
                    pending ? "Registration received" : "Confirmation",
                    pending
                            ? "Thank you for registering. You will get a mail once the host has decided."
                            : "Thank you for registering.");
        }
        String contact = settings.text("contact_email", "");
        if (pending && settings.flag("registrants_email_notification") && !contact.isEmpty()) {
            Mails.send(
                    call,
                    "registration_to_approve",
                    contact,
                    "Registration to approve: " + topic(),
                    PersonName.of(registrant) + " (" + registrant.text("email") + ") has registered for " + topic()
                            + ".\n\nPlease approve or deny the registration.\n");
        }
    }

    /** Informs a registrant of a decision. */
    void decided(Doc registrant, RegistrantStatus status) {
        if (settings.flag("registrants_email_notification")) {
            send(
                    "registration_" + status.word(),
                    registrant,
                    "Registration " + status.word(),
                    "Your registration was " + status.word() + ".");
        }
    }

    private void send(String mail, Doc registrant, String subject, String sentence) {
        List<String> lines = new ArrayList<>(
                List.of("Hello " + PersonName.of(registrant) + ",", "", sentence, "", "Topic: " + topic()));
        Occurrences.start(schedule, call.now())
                .ifPresent(start -> lines.add("Time: " + Invitation.time(start, ZoneId.of(schedule.text("timezone")))));
        JoinLinks.of(schedule, registrant)
                .ifPresent(link -> lines.addAll(List.of("", "Join by this link:", call.origin() + link)));
        if (RegistrantStatus.ACTIVE.contains(Registrants.status(registrant))) {
            lines.addAll(List.of(
                    "", "Cancel your registration:", call.origin() + JoinLinks.cancel(kind, schedule, registrant)));
        }
        settings.optionalText("contact_email")
                .ifPresent(contact -> lines.addAll(List.of("", "Questions: " + contact, "")));
        Mails.send(call, mail, registrant.text("email"), subject + ": " + topic(), String.join("\n", lines));
    }

    private String topic() {
        return schedule.text("topic", "");
    }
}

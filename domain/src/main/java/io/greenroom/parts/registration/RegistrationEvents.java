package io.greenroom.parts.registration;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.parts.schedules.Kind;

/** Announces what happens to the registrants of one schedule. */
final class RegistrationEvents {
    private final Call call;
    private final Kind kind;
    private final Doc schedule;

    RegistrationEvents(Call call, Kind kind, Doc schedule) {
        this.call = call;
        this.kind = kind;
        this.schedule = schedule;
    }

    void created(Doc registrant) {
        Doc shown =
                call.as("MeetingNewRegistrantEvent", registrant).put("join_url", JoinLinks.of(schedule, registrant));
        announce("created", kind.prefix() + "RegistrationCreatedEvent", shown);
    }

    void decided(Doc registrant, RegistrantStatus status) {
        announce(status.word(), kind.prefix() + "RegistrationEvent", call.as("MeetingRegistrantEvent", registrant));
    }

    /** The registrant has cancelled, and is the operator although not a user. */
    void withdrawn(Doc registrant) {
        Doc shown = call.as("MeetingRegistrantEvent", registrant);
        call.announce(
                kind.word() + ".registration_cancelled",
                Announcement.of(object(kind.prefix() + "RegistrationEvent", shown))
                        .with("operator", registrant.text("email")));
    }

    private void announce(String moment, String schema, Doc registrant) {
        call.announce(kind.word() + ".registration_" + moment, object(schema, registrant));
    }

    private Doc object(String schema, Doc registrant) {
        return call.as(schema, schedule).put("registrant", registrant);
    }
}

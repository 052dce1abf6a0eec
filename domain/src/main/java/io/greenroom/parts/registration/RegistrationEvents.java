package io.greenroom.parts.registration;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
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

    private void announce(String moment, String schema, Doc registrant) {
        call.announce(
                kind.word() + ".registration_" + moment,
                call.as(schema, schedule).put("registrant", registrant));
    }
}

package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Outcome.Reason;
import io.greenroom.parts.registration.Attendance;
import io.greenroom.parts.registration.RegistrantStatus;
import io.greenroom.parts.registration.Registrations;
import java.util.Optional;

/** Checks whether a person who joins has registered, if the schedule has registration. */
final class RegistrantCheck {
    private final Doc schedule;
    private final Attendance attendance;
    private final Optional<Doc> registrant;

    RegistrantCheck(Call call, Doc schedule, Arrival arrival) {
        this.schedule = schedule;
        this.attendance = new Attendance(call, schedule);
        this.registrant = Registrations.isOn(schedule)
                ? attendance.registrant(arrival.given("token"), arrival.given("registrant_id"), arrival.user())
                : Optional.empty();
    }

    /** The registrant that the person is. */
    Optional<Doc> registrant() {
        return registrant;
    }

    /** Whether the person may take part from one device at a time. */
    boolean isForOneDevice() {
        return registrant.isPresent() && !schedule.doc("settings").flag("allow_multiple_devices");
    }

    /** Why the person may not join. */
    Optional<Reason> refusal() {
        if (!Registrations.isOn(schedule)) {
            return Optional.empty();
        }
        Optional<RegistrantStatus> status = registrant.flatMap(attendance::status);
        return status.isEmpty()
                ? Optional.of(Reason.REGISTRATION_REQUIRED)
                : switch (status.get()) {
                    case APPROVED -> Optional.empty();
                    case PENDING -> Optional.of(Reason.REGISTRATION_PENDING);
                    case DENIED -> Optional.of(Reason.REGISTRATION_DENIED);
                    case CANCELLED -> Optional.of(Reason.REGISTRATION_REQUIRED);
                };
    }
}

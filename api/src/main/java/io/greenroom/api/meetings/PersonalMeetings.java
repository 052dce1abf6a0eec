package io.greenroom.api.meetings;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.schedules.SessionUuids;
import io.greenroom.parts.scheduling.ScheduleForm;
import io.greenroom.parts.scheduling.ScheduleForms;
import java.util.List;
import java.util.Optional;

/** The meetings of personal meeting ids: each user has one, which is kept once something of it was changed. */
final class PersonalMeetings {
    private static final int PMI_DIGITS = 10;

    private final Users users;
    private final Schedules schedules;
    private final ScheduleForms forms;

    PersonalMeetings(Users users, ScheduleForms forms) {
        this.users = users;
        this.schedules = forms.schedules();
        this.forms = forms;
    }

    /** The personal meeting of the user who has that personal meeting id. */
    Optional<Doc> find(Call call, String number) {
        if (number.length() != PMI_DIGITS) {
            return Optional.empty();
        }
        return users.active(call)
                .where("pmi", Long.parseLong(number))
                .first()
                .map(host -> of(call, host, schedules.find(call, number)));
    }

    private Doc of(Call call, Doc host, Optional<Doc> kept) {
        return kept.filter(meeting -> meeting.text("host_id").equals(host.id()))
                .orElseGet(() -> draft(call, host, kept));
    }

    /**
     * A new personal meeting.
     *
     * @param former the meeting of a user who had the number before, which it replaces
     */
    private Doc draft(Call call, Doc host, Optional<Doc> former) {
        Doc meeting = former.map(Doc::copy).orElseGet(() -> call.blank(Kind.MEETING.table()));
        List.copyOf(meeting.names()).forEach(meeting::remove);
        meeting.put("id", host.number("pmi"))
                .put("uuid", SessionUuids.of(call, host.number("pmi")))
                .put("host_id", host.id())
                .put("type", Kind.PERSONAL)
                .put("topic", PersonName.of(host) + "'s Personal Meeting Room")
                .put("timezone", host.text("timezone", "UTC"))
                .put("duration", ScheduleForm.USUAL_MINUTES)
                .put("created_at", host.instant("created_at"))
                .put("state", "open")
                .put("live", false);
        return forms.of(call, host).personal(meeting);
    }
}

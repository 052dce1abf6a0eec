package io.greenroom.api.meetings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.schedules.SessionUuids;
import java.util.Optional;

/** The meetings of personal meeting ids: each user has one, which is kept once something of it was changed. */
final class PersonalMeetings {
    private static final int PMI_DIGITS = 10;

    private final Schedules schedules;
    private final Forms forms;

    PersonalMeetings(Forms forms) {
        this.schedules = forms.schedules();
        this.forms = forms;
    }

    /** The personal meeting of the user who has that personal meeting id. */
    Optional<Doc> find(Call call, String number) {
        if (number.length() != PMI_DIGITS) {
            return Optional.empty();
        }
        return forms.users()
                .active(call)
                .where("pmi", Long.parseLong(number))
                .first()
                .map(host -> schedules.find(call, number).orElseGet(() -> draft(call, host)));
    }

    private Doc draft(Call call, Doc host) {
        Doc meeting = call.blank(Kind.MEETING.table())
                .put("id", host.number("pmi"))
                .put("uuid", SessionUuids.of(call, host.number("pmi")))
                .put("host_id", host.id())
                .put("type", Kind.PERSONAL)
                .put("topic", name(host) + "'s Personal Meeting Room")
                .put("timezone", host.text("timezone", "UTC"))
                .put("duration", MeetingForm.USUAL_MINUTES)
                .put("created_at", host.instant("created_at"))
                .put("state", "open")
                .put("live", false);
        return forms.of(call, host).personal(meeting);
    }

    private static String name(Doc user) {
        return (user.text("first_name", "") + " " + user.text("last_name", "")).strip();
    }
}

package io.greenroom.api.webinars;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.registration.Attendance;
import io.greenroom.parts.registration.JoinLinks;
import io.greenroom.parts.registration.RegistrantStatus;
import io.greenroom.parts.registration.Registrants;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Occurrences;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The registrants who did not come to the instances of webinars. They are determined when an instance ends. */
final class Absentees {
    static final Table ABSENTEES =
            Table.of("absentees", "AbsenteeRecord").key("session", "id").columns("session", "occurrence_id");

    private static final int AT_ONCE = 500;

    private Absentees() {}

    /** Keeps the approved registrants who have not joined a session that ends. */
    static void keep(Call call, Doc webinar, Doc session) {
        if (!Registrations.isOn(webinar)) {
            return;
        }
        Set<String> joined = joined(call, session);
        Attendance attendance = new Attendance(call, webinar);
        Optional<String> occurrence = Occurrences.coming(webinar, call.now()).stream()
                .findFirst()
                .map(coming -> coming.text("occurrence_id"));
        each(new Registrants(call, webinar.id()).with(RegistrantStatus.APPROVED), registrant -> {
            boolean came = joined.contains(registrant.id()) || joined.contains(key(registrant.text("email")));
            if (!came && attendance.status(registrant).equals(Optional.of(RegistrantStatus.APPROVED))) {
                call.store()
                        .insert(
                                ABSENTEES,
                                call.as("AbsenteeRecord", call.as("MeetingRegistrant", registrant))
                                        .put("join_url", JoinLinks.of(webinar, registrant))
                                        .put("session", session.text("uuid"))
                                        .put("occurrence_id", occurrence));
            }
        });
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** The registrants and addresses of the people who have joined. */
    private static Set<String> joined(Call call, Doc session) {
        Set<String> joined = new HashSet<>();
        Query stays = call.store()
                .in(PARTICIPATIONS)
                .where("session", session.text("uuid"))
                .where("first", true);
        each(stays, stay -> {
            joined.add(key(stay.text("email", "")));
            stay.optionalText("registrant_id").ifPresent(joined::add);
        });
        return joined;
    }

    private static void each(Query query, Consumer<Doc> step) {
        Query.Start start = Query.Start.FIRST;
        Query.Slice some;
        do {
            some = query.page(start, AT_ONCE);
            some.documents().forEach(step);
            start = Query.Start.after(some.last());
        } while (some.more());
    }

    /** The absentees of a session, at one occurrence if it is named. */
    static Query of(Call call, Doc session, Optional<String> occurrenceId) {
        Query all = call.store().in(ABSENTEES).where("session", session.text("uuid"));
        return occurrenceId.map(id -> all.where("occurrence_id", id)).orElse(all);
    }
}

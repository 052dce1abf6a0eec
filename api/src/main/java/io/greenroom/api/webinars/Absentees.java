package io.greenroom.api.webinars;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;
import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.registration.Attendance;
import io.greenroom.parts.registration.JoinLinks;
import io.greenroom.parts.registration.RegistrantStatus;
import io.greenroom.parts.registration.Registrants;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Schedules;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The registrants who did not come to the instances of webinars. They are determined when an instance ends. */
final class Absentees {
    static final Table ABSENTEES =
            Table.of("absentees", "AbsenteeRecord").key("session", "id").columns("session", "occurrence_id");

    private static final int AT_ONCE = 500;
    private static final String REST = "webinar-absentees";

    private final Schedules schedules;

    Absentees(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Binds the work that is left of large webinars. */
    void bind(Bindings on) {
        on.due(REST, this::keepRest);
    }

    /** Keeps the absentees who follow a position among the registrants. */
    private void keepRest(Call call, String rest) {
        int space = rest.indexOf(' ');
        Optional<Cursor> after = Cursor.parse(rest.substring(space + 1));
        Optional<Doc> session = call.store().find(SESSIONS, rest.substring(0, space));
        Optional<Doc> webinar = session.flatMap(one -> schedules.find(call, one.text("number")));
        if (webinar.isPresent() && after.isPresent()) {
            keep(call, webinar.get(), session.get(), after.get());
        }
    }

    /** Keeps the approved registrants who have not joined a session that ends. */
    static void keep(Call call, Doc webinar, Doc session) {
        if (Registrations.isOn(webinar)) {
            keep(call, webinar, session, Cursor.START);
        }
    }

    /** Checks at most {@value #AT_ONCE} registrants in one unit; a due time continues with the others. */
    private static void keep(Call call, Doc webinar, Doc session, Cursor after) {
        Query.Slice some = new Registrants(call, webinar.id())
                .with(RegistrantStatus.APPROVED)
                .page(Query.Start.after(after), AT_ONCE);
        Attendance attendance = new Attendance(call, webinar, session.instant("start_time"));
        Optional<String> occurrence = attendance.occurrence().map(coming -> coming.text("occurrence_id"));
        Set<String> joined = some.documents().isEmpty() ? Set.of() : joined(call, session);
        for (Doc registrant : some.documents()) {
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
        }
        some.next().ifPresent(next -> call.later(REST, session.text("uuid") + " " + next.text(), call.now()));
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
        Query.Start start = Query.Start.FIRST;
        Query.Slice some;
        do {
            some = stays.page(start, AT_ONCE);
            for (Doc stay : some.documents()) {
                joined.add(key(stay.text("email", "")));
                stay.optionalText("registrant_id").ifPresent(joined::add);
            }
            start = Query.Start.after(some.last());
        } while (some.more());
        return joined;
    }

    /** The absentees of a session, at one occurrence if it is named. */
    static Query of(Call call, Doc session, Optional<String> occurrenceId) {
        Query all = call.store().in(ABSENTEES).where("session", session.text("uuid"));
        return occurrenceId.map(id -> all.where("occurrence_id", id)).orElse(all);
    }
}

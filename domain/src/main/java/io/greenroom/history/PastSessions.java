package io.greenroom.history;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;
import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.states.SessionState;
import io.greenroom.parts.schedules.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ended sessions of schedules of one kind. */
public final class PastSessions {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,11}");
    private static final int SECONDS = 60;

    private final Kind kind;

    public PastSessions(Kind kind) {
        this.kind = kind;
    }

    /**
     * An ended session.
     *
     * @param named the number of a schedule, meaning its last session, or the UUID of a session. Clients encode UUIDs
     *     once or twice, and some decode {@code +} to a blank
     */
    public Optional<Doc> find(Call call, String named) {
        if (isNumber(named)) {
            return ended(call, Long.parseLong(named)).descending("start_key").first();
        }
        return byUuid(call, named).or(() -> decoded(named).flatMap(uuid -> byUuid(call, uuid)));
    }

    /** Whether a name is the number of a schedule, not the UUID of a session. */
    public static boolean isNumber(String named) {
        return NUMBER.matcher(named).matches();
    }

    private Optional<Doc> byUuid(Call call, String uuid) {
        return call.store()
                .find(SESSIONS, uuid.replace(' ', '+'))
                .filter(session -> SessionState.of(session) == SessionState.ENDED)
                .filter(session ->
                        !isDelayed(call) || !session.instant("visible_at").isAfter(call.now()))
                .filter(session -> session.text("kind").equals(kind.word()));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .filter(Texts::isStorable);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Query ended(Call call, long number) {
        Query ended = call.store().in(SESSIONS).where("number", number).where("state", SessionState.ENDED.word());
        return isDelayed(call)
                ? ended.between("visible_at", "", call.second().plusSeconds(1).toString())
                : ended;
    }

    /** Whether the installation shows sessions some time after their end only, as the real service does. */
    private static boolean isDelayed(Call call) {
        return call.options().number("history.lag-minutes") > 0;
    }

    /** The ended sessions of a schedule, oldest first. */
    public Query of(Call call, long number) {
        return ended(call, number).ascending("start_key");
    }

    /** The ended sessions of a schedule, oldest first, as answers have them. */
    public List<Doc> instances(Call call, long number) {
        return of(call, number).list().stream()
                .map(session -> call.as("MeetingInstance", session))
                .toList();
    }

    /** A page of the people who took part in a session, as answers have them. */
    public static Page participants(Call call, Doc session) {
        return Page.of(people(call, session)
                        .page(call.page().start(), call.page().size()))
                .map(stay -> call.as("MeetingParticipant", stay)
                        .put("user_email", stay.text("id").isEmpty() ? "" : stay.text("email")));
    }

    /** The people who took part in a session, in order of arrival: the first stay of each. */
    public static Query people(Call call, Doc session) {
        return call.store()
                .in(PARTICIPATIONS)
                .where("session", session.text("uuid"))
                .where("first", true);
    }

    /** The minutes that a session took, rounded up. */
    public static long minutes(Doc session) {
        return up(Duration.between(session.instant("start_time"), session.instant("end_time"))
                .toSeconds());
    }

    /** The minutes of all participations together, rounded up at the end. */
    public static long totalMinutes(Doc session) {
        return up(session.number("seconds"));
    }

    private static long up(long seconds) {
        return Math.ceilDiv(seconds, SECONDS);
    }
}

package io.greenroom.live;

import static io.greenroom.live.LiveTables.ACTS;
import static io.greenroom.live.LiveTables.SPANS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what happens in one session while a command changes it. A session has at most {@value #MOST} entries. */
public final class Timeline {
    private static final int MOST = 50_000;

    /** What happened. */
    public enum Act {
        LOCK,
        UNLOCK,
        HAND_UP,
        HAND_DOWN,
        RENAME,
        ROLE,
        RECORD,
        STREAM,
        CHAT,
        SAY,
        CAPTION,
        ALERT
    }

    /** The switches of a participant's client whose times are kept. */
    enum Switch {
        AUDIO,
        CAMERA,
        SHARING,
        ROOM,
        QUALITY;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The field of a participation with the time since which the switch has been as it is. */
        private String since() {
            return word() + "_since";
        }
    }

    private final Call call;
    private final Doc session;

    /**
     * A session's timeline.
     *
     * @param session a copy, which the caller writes afterwards
     */
    public Timeline(Call call, Doc session) {
        this.call = call;
        this.session = session;
    }

    /** Whether a session takes no more entries. */
    public static boolean isFull(Doc session) {
        return session.number("entries", 0) >= MOST;
    }

    private long next() {
        long number = session.number("entries", 0) + 1;
        session.put("entries", number);
        return number;
    }

    /** Adds something that happened. */
    public void act(Act kind, Optional<Doc> stay, String value) {
        call.store().append(ACTS, blank(kind, stay, value));
    }

    /**
     * Adds a line that a person said or wrote.
     *
     * @param details its other fields
     */
    public void line(Act kind, Doc stay, String text, Consumer<Doc> details) {
        Doc line = blank(kind, Optional.of(stay), text);
        details.accept(line);
        call.store().append(ACTS, line);
    }

    private Doc blank(Act kind, Optional<Doc> stay, String value) {
        return call.blank(ACTS)
                .put("session", session.text("uuid"))
                .put("number", next())
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("at", call.second())
                .put("user_id", stay.map(one -> one.text("user_id")).orElse(""))
                .put("name", stay.map(one -> one.text("name")))
                .put("value", value);
    }

    /** Notes that a switch of a stay, a copy, has been turned on or set to another value. */
    void begin(Doc stay, Switch what) {
        stay.put(what.since(), call.second());
    }

    /** Adds the time of a switch that was on until an instant. */
    void finish(Doc stay, Switch what, String value, Instant end) {
        if (stay.has(what.since())) {
            call.store()
                    .append(
                            SPANS,
                            call.blank(SPANS)
                                    .put("session", session.text("uuid"))
                                    .put("number", next())
                                    .put("user_id", stay.text("user_id"))
                                    .put("kind", what.word())
                                    .put("value", value)
                                    .put("start_time", stay.instant(what.since()))
                                    .put("end_time", end));
            stay.remove(what.since());
        }
    }
}

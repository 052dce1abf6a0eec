package io.greenroom.parts.schedules;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;

/** The two kinds of schedules, with the numbers of their types. */
public enum Kind {
    MEETING("meeting", 2, 3, 8),
    WEBINAR("webinar", 5, 6, 9);

    /** The type of a meeting that starts when its host wants. It has no time, and no list shows it. */
    public static final int INSTANT = 1;

    /** The type of the meeting of a personal meeting id. */
    public static final int PERSONAL = 4;

    private static final Table MEETINGS = table("meeting", "meetings", "MeetingRecord");
    private static final Table WEBINARS = table("webinar", "webinars", "WebinarRecord");

    private final String word;
    private final int single;
    private final int timeless;
    private final int recurring;

    Kind(String word, int single, int timeless, int recurring) {
        this.word = word;
        this.single = single;
        this.timeless = timeless;
        this.recurring = recurring;
    }

    private static Table table(String word, String name, String schema) {
        return Table.of(name, schema)
                .kind(word)
                .columns("id", "host_id", "listed", "live", "list_order", "ends_at", "registration_key")
                .counted("host_id", "listed");
    }

    /** {@code meeting} or {@code webinar}, as names of events and due times begin. */
    public String word() {
        return word;
    }

    /** {@code Meeting} or {@code Webinar}, as names of schemas begin. */
    public String prefix() {
        return switch (this) {
            case MEETING -> "Meeting";
            case WEBINAR -> "Webinar";
        };
    }

    /** The schedules of this kind, by number. */
    public Table table() {
        return switch (this) {
            case MEETING -> MEETINGS;
            case WEBINAR -> WEBINARS;
        };
    }

    /** Whether a schedule takes place once, at a fixed time. */
    public boolean isSingle(Doc schedule) {
        return type(schedule) == single;
    }

    /** Whether a schedule has occurrences: it recurs at fixed times. */
    public boolean recurs(Doc schedule) {
        return type(schedule) == recurring;
    }

    /** Whether a schedule recurs without a fixed time. */
    public boolean isTimeless(Doc schedule) {
        return type(schedule) == timeless;
    }

    /** Whether a meeting starts when its host wants. */
    public static boolean isInstant(Doc schedule) {
        return type(schedule) == INSTANT;
    }

    /** Whether a meeting is that of a personal meeting id. */
    public static boolean isPersonal(Doc schedule) {
        return type(schedule) == PERSONAL;
    }

    private static int type(Doc schedule) {
        return (int) schedule.number("type");
    }

    /** The place of a schedule in its host's list: recurring ones, single ones, those without a time; each by start. */
    String order(Doc schedule) {
        int rank = recurs(schedule) ? 0 : isSingle(schedule) ? 1 : 2;
        return rank + "|" + schedule.text("start_time", "");
    }
}

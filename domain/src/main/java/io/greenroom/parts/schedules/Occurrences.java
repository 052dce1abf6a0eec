package io.greenroom.parts.schedules;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.recurrence.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The occurrences of a recurring schedule. An occurrence keeps its id, the epoch milliseconds of its first planned
 * start, when it is moved; a deleted one stays in the document.
 */
public final class Occurrences {
    private static final String AVAILABLE = "available";

    /** A longer duration counts as a year when the end is needed; the API has no maximum. */
    private static final long LONGEST_MINUTES = 525_600;

    private Occurrences() {}

    /**
     * Plans all occurrences anew by the schedule's recurrence, and with them its start: the first occurrence.
     *
     * @return false, with the schedule unchanged, if the recurrence contradicts itself or has no occurrence
     */
    static boolean plan(Call call, Doc schedule) {
        ZoneId zone = ZoneId.of(schedule.text("timezone"));
        Optional<Recurrence> recurrence = schedule.optionalDoc("recurrence").flatMap(rule -> Recurrence.of(rule, zone));
        List<Instant> starts = recurrence
                .map(rule -> rule.starts(LocalDateTime.ofInstant(schedule.instant("start_time"), zone), zone))
                .orElse(List.of());
        if (starts.isEmpty()) {
            return false;
        }
        recurrence
                .flatMap(rule -> rule.end(zone))
                .ifPresent(end -> schedule.put(
                        "recurrence", schedule.doc("recurrence").copy().put("end_date_time", end)));
        long minutes = schedule.number("duration");
        schedule.put("start_time", starts.getFirst())
                .put(
                        "occurrences",
                        starts.stream()
                                .map(start -> occurrence(call, start, minutes))
                                .toList());
        return true;
    }

    private static Doc occurrence(Call call, Instant start, long minutes) {
        return call.blank("ScheduledOccurrence")
                .put("occurrence_id", Long.toString(start.toEpochMilli()))
                .put("start_time", start)
                .put("duration", minutes)
                .put("status", AVAILABLE);
    }

    /** The occurrence with an id, unless it is deleted. */
    public static Optional<Doc> find(Doc schedule, String id) {
        return available(schedule)
                .filter(occurrence -> occurrence.text("occurrence_id").equals(id))
                .findFirst();
    }

    /** Those that are not deleted, in order. */
    public static Stream<Doc> available(Doc schedule) {
        return schedule.docs("occurrences").stream().filter(Occurrences::isAvailable);
    }

    /** Those that are over neither by deletion nor by time, for answers. */
    public static List<Doc> coming(Doc schedule, Instant now) {
        return available(schedule)
                .filter(occurrence -> end(occurrence).isAfter(now))
                .toList();
    }

    /** The start of the current or next occurrence; that of the schedule if it has no occurrence that is not over. */
    public static Optional<Instant> start(Doc schedule, Instant now) {
        Optional<Instant> next = schedule.has("occurrences")
                ? coming(schedule, now).stream().findFirst().map(occurrence -> occurrence.instant("start_time"))
                : Optional.empty();
        return next.or(() -> schedule.optionalText("start_time").map(Instant::parse));
    }

    /** All of them as answers and events have them. */
    public static List<Doc> shown(Call call, Doc schedule) {
        return shown(call, schedule.docs("occurrences"));
    }

    /** Occurrences as answers and events have them. */
    public static List<Doc> shown(Call call, List<Doc> occurrences) {
        return occurrences.stream()
                .map(occurrence -> call.as("MeetingOccurrence", occurrence))
                .toList();
    }

    /** An answer about a schedule, with the values of one occurrence. */
    public static Doc alone(Doc shown, Doc occurrence) {
        occurrence.optionalText("agenda").ifPresent(agenda -> shown.put("agenda", agenda));
        occurrence
                .optionalDoc("settings")
                .ifPresent(own ->
                        shown.put("settings", shown.doc("settings").copy().take(own)));
        return shown.put("start_time", occurrence.instant("start_time"))
                .put("duration", occurrence.number("duration"))
                .remove("occurrences");
    }

    static boolean isAvailable(Doc occurrence) {
        return occurrence.text("status").equals(AVAILABLE);
    }

    /** Replaces one occurrence by its changed form; they stay ordered by start. */
    public static void replace(Doc schedule, Doc changed) {
        List<Doc> all = new ArrayList<>(schedule.docs("occurrences"));
        all.replaceAll(other -> other.text("occurrence_id").equals(changed.text("occurrence_id")) ? changed : other);
        all.sort((one, other) -> one.instant("start_time").compareTo(other.instant("start_time")));
        schedule.put("occurrences", all);
    }

    /** Marks one occurrence as deleted. */
    public static void remove(Doc schedule, Doc occurrence) {
        replace(schedule, occurrence.copy().put("status", "deleted"));
    }

    /** When an occurrence, or a schedule without any, is over by plan. */
    static Instant end(Doc planned) {
        long minutes = Math.min(planned.number("duration", 0), LONGEST_MINUTES);
        return planned.instant("start_time").plus(Duration.ofMinutes(minutes));
    }
}

package io.greenroom.parts.recurrence;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rule by which a meeting or webinar with a fixed time recurs.
 *
 * <p>Occurrences keep the local time of their zone when the clocks change. A local time that is skipped then moves
 * forward by the length of the gap; of one that exists twice, the first is meant.
 *
 * @param cycle the dates, without an end
 * @param interval every how many days, weeks or months
 * @param times the number of occurrences, at most {@value #MOST}; {@value #MOST} if a date ends it
 * @param until the last local date on which it may take place, if a date ends it
 */
public record Recurrence(Cycle cycle, int interval, int times, Optional<LocalDate> until) {
    /** No meeting has more occurrences; the real service creates no more of a longer rule. */
    public static final int MOST = 50;

    /** An end date is answered as the last minute of its local day, as clients received it. */
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);

    private static final int LAST_YEAR = 9999;
    private static final int DAILY = 1;
    private static final int WEEKLY = 2;
    private static final int MOST_WEEKS = 12;
    private static final int MOST_MONTHS = 3;
    private static final Pattern WEEKLY_DAYS = Pattern.compile("[1-7]( ?, ?[1-7]){0,6}");

    /**
     * Reads a recurrence as the API has it, such as {@code MeetingRecurrence}, after the contract has checked the
     * fields one by one.
     *
     * @param zone of the meeting, which decides on the local date of {@code end_date_time}
     * @return empty if the fields contradict each other, or the interval is too long for the type
     */
    public static Optional<Recurrence> of(Doc fields, ZoneId zone) {
        int interval = (int) fields.number("repeat_interval", 1);
        Optional<LocalDate> until = Optional.of(fields)
                .filter(given -> given.has("end_date_time"))
                .map(given -> LocalDate.ofInstant(Moments.instant(given.text("end_date_time")), zone));
        if (until.isPresent() && fields.has("end_times")) {
            return Optional.empty();
        }
        int times = until.isPresent() ? MOST : Math.min(MOST, (int) fields.number("end_times", 1));
        return cycle(fields, interval).map(cycle -> new Recurrence(cycle, interval, times, until));
    }

    private static Optional<Cycle> cycle(Doc fields, int interval) {
        return switch ((int) fields.number("type")) {
            case DAILY -> Optional.of(new Cycle.Daily());
            case WEEKLY -> weekly(fields.text("weekly_days", "1")).filter(cycle -> interval <= MOST_WEEKS);
            default -> monthly(fields).filter(cycle -> interval <= MOST_MONTHS);
        };
    }

    private static Optional<Cycle> weekly(String days) {
        if (!WEEKLY_DAYS.matcher(days).matches()) {
            return Optional.empty();
        }
        SortedSet<WeekDay> chosen = new TreeSet<>();
        days.chars().filter(Character::isDigit).forEach(digit -> chosen.add(WeekDay.of(digit - '0')));
        return Optional.of(new Cycle.Weekly(chosen));
    }

    private static Optional<Cycle> monthly(Doc fields) {
        boolean byWeek = fields.has("monthly_week");
        if (byWeek != fields.has("monthly_week_day") || (byWeek && fields.has("monthly_day"))) {
            return Optional.empty();
        }
        return Optional.of(
                byWeek
                        ? new Cycle.MonthlyByWeekday((int) fields.number("monthly_week"), WeekDay.of((int)
                                fields.number("monthly_week_day")))
                        : new Cycle.MonthlyByDay((int) fields.number("monthly_day", 1)));
    }

    /**
     * The starts of all occurrences, in order and at most {@link #times}.
     *
     * @param first when it starts at the earliest, which need not be a date of the cycle; periods are counted from the
     *     one that contains it
     * @return none if the end comes first
     */
    public List<Instant> starts(LocalDateTime first, ZoneId zone) {
        LocalDate begin = cycle.periodOf(first.toLocalDate());
        Stream<LocalDate> dates = Stream.iterate(begin, period -> period.plus(interval, cycle.unit()))
                .flatMap(cycle::datesIn)
                .filter(date -> !date.isBefore(first.toLocalDate()))
                .takeWhile(date -> date.getYear() <= LAST_YEAR)
                .takeWhile(date -> until.filter(date::isAfter).isEmpty())
                .limit(times);
        return dates.map(date -> first.toLocalTime().atDate(date).atZone(zone).toInstant())
                .toList();
    }

    /** The rule in words, as invitations have it: {@code Every 2 weeks on Mon, Thu, until Oct 5, 2021}. */
    public String text() {
        String unit = cycle.unit().toString().toLowerCase(Locale.ROOT);
        String every = "Every " + (interval == 1 ? unit.substring(0, unit.length() - 1) : interval + " " + unit);
        return every
                + cycle.text()
                + until.map(date -> ", until " + DATE.format(date)).orElse("");
    }

    /** The end date as the API answers it: the last minute of its local day. */
    public Optional<Instant> end(ZoneId zone) {
        return until.map(date -> date.atTime(LAST_MINUTE).atZone(zone).toInstant());
    }
}

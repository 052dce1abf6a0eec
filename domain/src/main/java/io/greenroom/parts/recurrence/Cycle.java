package io.greenroom.parts.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On which dates something recurs, without an end. */
public sealed interface Cycle {

    /** The unit that {@link Recurrence#interval} counts. */
    ChronoUnit unit();

    /** The dates in the period that contains a date, in order. Some may be before that date. */
    Stream<LocalDate> datesIn(LocalDate period);

    /** The first date of the period that contains a date. */
    LocalDate periodOf(LocalDate date);

    /** The dates in words that follow the unit, such as {@code  on Mon, Thu}; empty for every day. */
    String text();

    /** Every day. */
    record Daily() implements Cycle {
        @Override
        public String text() {
            return "";
        }

        @Override
        public ChronoUnit unit() {
            return ChronoUnit.DAYS;
        }

        @Override
        public LocalDate periodOf(LocalDate date) {
            return date;
        }

        @Override
        public Stream<LocalDate> datesIn(LocalDate period) {
            return Stream.of(period);
        }
    }

    /**
     * On some days of each week, which begins on Sunday.
     *
     * @param days at least one, Sunday first
     */
    record Weekly(SortedSet<WeekDay> days) implements Cycle {
        @Override
        public String text() {
            return " on " + days.stream().map(WeekDay::shortName).collect(Collectors.joining(", "));
        }

        @Override
        public ChronoUnit unit() {
            return ChronoUnit.WEEKS;
        }

        @Override
        public LocalDate periodOf(LocalDate date) {
            return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        }

        @Override
        public Stream<LocalDate> datesIn(LocalDate period) {
            return days.stream().map(day -> period.with(TemporalAdjusters.nextOrSame(day.dayOfWeek())));
        }
    }

    /** Once in a month. */
    sealed interface Monthly extends Cycle {
        @Override
        default ChronoUnit unit() {
            return ChronoUnit.MONTHS;
        }

        @Override
        default LocalDate periodOf(LocalDate date) {
            return date.withDayOfMonth(1);
        }
    }

    /**
     * On one day of each month. A shorter month has its last day instead.
     *
     * @param day from 1 to 31
     */
    record MonthlyByDay(int day) implements Monthly {
        @Override
        public String text() {
            return " on day " + day;
        }

        @Override
        public Stream<LocalDate> datesIn(LocalDate period) {
            return Stream.of(period.withDayOfMonth(Math.min(day, period.lengthOfMonth())));
        }
    }

    /**
     * On one weekday of each month.
     *
     * @param week from 1 to 4, or -1 for the last
     */
    record MonthlyByWeekday(int week, WeekDay day) implements Monthly {
        private static final List<String> WEEKS = List.of("First", "Second", "Third", "Fourth");

        @Override
        public String text() {
            return " on the " + (week < 0 ? "Last" : WEEKS.get(week - 1)) + " " + day.shortName();
        }

        @Override
        public Stream<LocalDate> datesIn(LocalDate period) {
            return Stream.of(period.with(TemporalAdjusters.dayOfWeekInMonth(week, day.dayOfWeek())));
        }
    }
}

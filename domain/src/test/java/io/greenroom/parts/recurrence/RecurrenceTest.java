package io.greenroom.parts.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.doc.Doc;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
    private static final List<String> ZONES = List.of(
            "UTC",
            "America/Los_Angeles",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Europe/Lisbon",
            "Europe/Kiev",
            "Africa/Casablanca",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Pacific/Apia");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void agreesWithAnIndependentLibraryOnTenThousandRules() throws InvalidRecurrenceRuleException {
        Random random = new Random(20_211_005);
        for (int i = 0; i < 10_000; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(i % ZONES.size()));
            Cycle cycle = cycle(random);
            int interval = 1 + random.nextInt(4);
            int times = 1 + random.nextInt(Recurrence.MOST);
            LocalDateTime first = LocalDate.of(2021, 1, 1)
                    .plusDays(random.nextInt(2_000))
                    .atTime(random.nextInt(24), random.nextInt(60));
            Recurrence recurrence = new Recurrence(cycle, interval, times, Optional.empty());
            RecurrenceRule rule = new RecurrenceRule(rule(cycle) + ";WKST=SU;INTERVAL=" + interval);

            assertThat(recurrence.starts(first, zone))
                    .as("%s from %s in %s", recurrence, first, zone)
                    .isEqualTo(expected(rule, first, zone, times));
        }
    }

    private static Cycle cycle(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Cycle.Daily();
            case 1 -> new Cycle.Weekly(days(random));
            case 2 -> new Cycle.MonthlyByDay(1 + random.nextInt(31));
            default -> {
                int week = random.nextInt(5);
                yield new Cycle.MonthlyByWeekday(week == 0 ? -1 : week, WeekDay.of(1 + random.nextInt(7)));
            }
        };
    }

    private static SortedSet<WeekDay> days(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(7))
                .mapToObj(any -> WeekDay.of(1 + random.nextInt(7)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same cycle in the words of RFC 5545, which skips a day that a month lacks unless the last one is chosen. */
    private static String rule(Cycle cycle) {
        return switch (cycle) {
            case Cycle.Daily daily -> "FREQ=DAILY";
            case Cycle.Weekly weekly ->
                "FREQ=WEEKLY;BYDAY="
                        + weekly.days().stream().map(RecurrenceTest::two).collect(Collectors.joining(","));
            case Cycle.MonthlyByDay monthly when monthly.day() <= 28 -> "FREQ=MONTHLY;BYMONTHDAY=" + monthly.day();
            case Cycle.MonthlyByDay monthly ->
                "FREQ=MONTHLY;BYSETPOS=-1;BYMONTHDAY="
                        + IntStream.rangeClosed(28, monthly.day())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(","));
            case Cycle.MonthlyByWeekday monthly -> "FREQ=MONTHLY;BYDAY=" + monthly.week() + two(monthly.day());
        };
    }

    private static String two(WeekDay day) {
        return day.name().substring(0, 2);
    }

    private static List<Instant> expected(RecurrenceRule rule, LocalDateTime first, ZoneId zone, int times) {
        // The library always takes the first date itself, so the rule is run over dates without a zone.
        DateTime start = new DateTime(
                TimeZone.getTimeZone("UTC"),
                first.getYear(),
                first.getMonthValue() - 1,
                first.getDayOfMonth(),
                first.getHour(),
                first.getMinute(),
                0);
        RecurrenceRuleIterator dates = rule.iterator(start);
        List<Instant> starts = new ArrayList<>();
        while (starts.size() < times) {
            LocalDateTime local =
                    LocalDateTime.ofEpochSecond(dates.nextDateTime().getTimestamp() / 1000, 0, ZoneOffset.UTC);
            if (!local.isBefore(first)) {
                starts.add(local.atZone(zone).toInstant());
            }
        }
        return starts;
    }

    @ParameterizedTest(name = "{0} from {1} in {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            type 1, interval 2, times 3 | 2021-10-30T10:00 | Europe/Berlin | 10-30T08:00 11-01T09:00 11-03T09:00
            type 1, times 3 | 2021-03-27T02:30 | Europe/Berlin | 03-27T01:30 03-28T01:30 03-29T00:30
            type 1, times 2 | 2021-10-30T02:30 | Europe/Berlin | 10-30T00:30 10-31T00:30
            type 1, times 2 | 2021-10-02T02:15 | Australia/Lord_Howe | 10-01T15:45 10-02T15:45
            type 2, days '1,4', times 3 | 2021-10-05T09:00 | UTC | 10-06T09:00 10-10T09:00 10-13T09:00
            type 2, days '1,4', interval 2, times 3 | 2021-10-05T09:00 | UTC | 10-06T09:00 10-17T09:00 10-20T09:00
            type 2, times 1 | 2021-10-05T09:00 | UTC | 10-10T09:00
            type 3, day 31, times 4 | 2021-01-31T09:00 | UTC | 01-31T09:00 02-28T09:00 03-31T09:00 04-30T09:00
            type 3, day 10, times 2 | 2021-01-15T09:00 | UTC | 02-10T09:00 03-10T09:00
            type 3, week -1, weekday 6, times 2 | 2021-01-01T09:00 | UTC | 01-29T09:00 02-26T09:00
            type 3, times 1 | 2021-01-02T09:00 | UTC | 02-01T09:00
            type 1, end 2021-10-06T04:00:00Z | 2021-10-04T22:00 | America/Los_Angeles | 10-05T05:00 10-06T05:00
            type 1, end 2021-10-01T00:00:00Z | 2021-10-04T09:00 | UTC | ''
            """)
    void startsAt(String given, LocalDateTime first, String zone, String starts) {
        ZoneId in = ZoneId.of(zone);
        Recurrence recurrence = Recurrence.of(fields(given), in).orElseThrow();

        assertThat(recurrence.starts(first, in).stream()
                        .map(start -> start.toString().substring("2021-".length(), "2021-10-05T10:00".length()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(starts);
    }

    @Test
    void hasNoMoreThanFiftyOccurrences() {
        LocalDateTime first = LocalDate.of(2021, 10, 5).atTime(9, 0);

        assertThat(recurrence("type 1, times 365").starts(first, BERLIN)).hasSize(50);
        assertThat(recurrence("type 1, end 2031-01-01T00:00:00Z").starts(first, BERLIN))
                .hasSize(50);
    }

    @Test
    void endsWithTheLastMinuteOfALocalDay() {
        assertThat(recurrence("type 1, end 2021-10-05T22:30:00Z").end(BERLIN))
                .contains(Instant.parse("2021-10-06T21:59:00Z"));
        assertThat(recurrence("type 1, times 3").end(BERLIN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type 1, times 3, end 2021-10-06T04:00:00Z",
                "type 2, interval 13",
                "type 2, days '8'",
                "type 2, days '1,,2'",
                "type 3, interval 4",
                "type 3, week 2",
                "type 3, weekday 2",
                "type 3, day 3, week 2, weekday 2",
            })
    void refusesFieldsThatContradictEachOther(String given) {
        assertThat(Recurrence.of(fields(given), BERLIN)).isEmpty();
    }

    private static Recurrence recurrence(String given) {
        return Recurrence.of(fields(given), BERLIN).orElseThrow();
    }

    /** The API's object, from fields in short names such as {@code type 2, days '1,4', times 3}. */
    private static Doc fields(String given) {
        Doc fields = new Doc(PackedContract.bundled().schema("MeetingRecurrence"));
        for (String field : given.split(", ")) {
            String value = field.substring(field.indexOf(' ') + 1).replace("'", "");
            switch (field.substring(0, field.indexOf(' '))) {
                case "days" -> fields.put("weekly_days", value);
                case "end" -> fields.put("end_date_time", value);
                case "type" -> fields.put("type", Integer.parseInt(value));
                case "interval" -> fields.put("repeat_interval", Integer.parseInt(value));
                case "times" -> fields.put("end_times", Integer.parseInt(value));
                case "day" -> fields.put("monthly_day", Integer.parseInt(value));
                case "week" -> fields.put("monthly_week", Integer.parseInt(value));
                case "weekday" -> fields.put("monthly_week_day", Integer.parseInt(value));
                default -> throw new AssertionError(field);
            }
        }
        return fields;
    }
}

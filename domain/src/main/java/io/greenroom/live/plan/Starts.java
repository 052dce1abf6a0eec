package io.greenroom.live.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the start of a past session: a date and time, or words such as {@code last tuesday 10:00}. */
final class Starts {
    private static final Pattern WORDS =
            Pattern.compile("(today|yesterday|([0-9]{1,3}) days? ago|last ([a-z]+)) +([0-9]{1,2}):([0-5][0-9])");
    private static final Pattern LOCAL =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[tT ][0-9]{2}:[0-9]{2}(:[0-9]{2})?");
    private static final int HOURS = 24;

    private Starts() {}

    /**
     * The time that a text means.
     *
     * @param zone in which texts without an offset count
     */
    static Optional<Instant> of(String text, Instant now, ZoneId zone) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        Matcher parts = WORDS.matcher(words);
        if (parts.matches()) {
            int hour = Integer.parseInt(parts.group(4));
            Optional<LocalDate> day = day(parts, LocalDate.ofInstant(now, zone));
            return day.filter(any -> hour < HOURS)
                    .map(date -> date.atTime(LocalTime.of(hour, Integer.parseInt(parts.group(5))))
                            .atZone(zone)
                            .toInstant());
        }
        try {
            return LOCAL.matcher(words).matches()
                    ? Optional.of(LocalDateTime.parse(words.replace(' ', 'T').toUpperCase(Locale.ROOT))
                            .atZone(zone)
                            .toInstant())
                    : Optional.of(OffsetDateTime.parse(text.strip().toUpperCase(Locale.ROOT))
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(Matcher parts, LocalDate today) {
        if (parts.group(2) != null) {
            return Optional.of(today.minusDays(Integer.parseInt(parts.group(2))));
        }
        if (parts.group(3) != null) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(parts.group(3)))
                    .findFirst()
                    .map(day -> today.with(TemporalAdjusters.previous(day)));
        }
        return Optional.of(parts.group(1).equals("today") ? today : today.minusDays(1));
    }
}

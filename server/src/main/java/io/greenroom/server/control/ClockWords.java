package io.greenroom.server.control;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how far a clock is to be moved: {@code P90D}, {@code PT36H}, {@code 1h30m}, {@code next monday 09:00}. */
final class ClockWords {
    private static final Pattern ISO =
            Pattern.compile("P(?=.)([0-9]{1,5}Y)?([0-9]{1,5}M)?([0-9]{1,6}W)?([0-9]{1,7}D)?(T.+)?");
    private static final Pattern SHORT =
            Pattern.compile("(?=.)(?:([0-9]{1,6})d)?(?:([0-9]{1,6})h)?(?:([0-9]{1,8})m)?(?:([0-9]{1,10})s)?");
    private static final Pattern WORDS = Pattern.compile("(tomorrow|next ([a-z]+)) +([0-2]?[0-9]):([0-5][0-9])");

    private ClockWords() {}

    /** The time that a text means, in UTC; empty if it means none. */
    static Optional<Instant> read(String text, Instant now) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        try {
            return iso(words.toUpperCase(Locale.ROOT), now)
                    .or(() -> abbreviated(words, now))
                    .or(() -> words(words, now));
        } catch (DateTimeException | ArithmeticException tooFar) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String text, Instant now) {
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int time = text.indexOf('T');
        String days = time < 0 ? text : text.substring(0, time);
        OffsetDateTime later = now.atOffset(ZoneOffset.UTC);
        if (days.length() > 1) {
            later = later.plus(Period.parse(days));
        }
        return Optional.of((time < 0 ? later : later.plus(Duration.parse("P" + text.substring(time)))).toInstant());
    }

    private static Optional<Instant> abbreviated(String text, Instant now) {
        Matcher parts = SHORT.matcher(text);
        return parts.matches()
                ? Optional.of(now.plus(Duration.ofDays(number(parts, 1))
                        .plusHours(number(parts, 2))
                        .plusMinutes(number(parts, 3))
                        .plusSeconds(number(parts, 4))))
                : Optional.empty();
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    private static Optional<Instant> words(String text, Instant now) {
        Matcher parts = WORDS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.of(Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
        OffsetDateTime here = now.atOffset(ZoneOffset.UTC);
        Optional<OffsetDateTime> day = parts.group(2) == null
                ? Optional.of(here.plusDays(1))
                : Arrays.stream(DayOfWeek.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(parts.group(2)))
                        .findFirst()
                        .map(one -> here.with(TemporalAdjusters.next(one)));
        return day.map(date -> date.with(time).toInstant());
    }
}

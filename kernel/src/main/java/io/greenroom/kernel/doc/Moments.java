package io.greenroom.kernel.doc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates with or without a time, as clients send them: {@code 2026-01-01}, {@code 2026-01-01 00:00:00+00:00}. Years have
 * four digits. Without an offset, the time is UTC.
 */
public final class Moments {
    private static final int LAST_YEAR = 9999;
    private static final int DATE_LENGTH = "yyyy-mm-dd".length();

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][' ']HH:mm[:ss]]")
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                    .toFormatter())
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Moments() {}

    /** Whether a text is a date with or without a time. */
    public static boolean accept(String text) {
        try {
            int year = parse(text).get(ChronoField.YEAR);
            return year >= 0 && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The date of a valid text, in its own offset. */
    public static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, DATE_LENGTH));
    }

    /** Whether a valid text has no time. */
    public static boolean isDay(String text) {
        return text.length() == DATE_LENGTH;
    }

    /** Whether a valid text has a time without an offset. */
    public static boolean isLocal(String text) {
        return parse(text) instanceof LocalDateTime;
    }

    /** The instant of a valid text; the start of the day for a date. */
    public static Instant instant(String text) {
        return switch (parse(text)) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
            default -> day(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }

    private static TemporalAccessor parse(String text) {
        return MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }
}

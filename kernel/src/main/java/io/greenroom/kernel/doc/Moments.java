package io.greenroom.kernel.doc;

import java.nio.charset.StandardCharsets;
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
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates with or without a time, as clients send them: {@code 2026-01-01}, {@code 2026-01-01 00:00:00+00:00}. Years have
 * four digits, also in UTC. Without an offset, the time is UTC.
 */
public final class Moments {
    /** The first instant of the year 0000 in UTC. */
    public static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    /** The last second of the year 9999 in UTC. */
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final int DATE_LENGTH = "yyyy-mm-dd".length();

    private static final int SECOND_LENGTH = "yyyy-mm-ddThh:mm:ssZ".length();
    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final byte[] SHAPE = "0000-00-00T00:00:00Z".getBytes(StandardCharsets.ISO_8859_1);

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

    /** Whether a text is a date with or without a time, of the years 0000 to 9999 in its own offset and in UTC. */
    public static boolean accept(String text) {
        try {
            TemporalAccessor moment = parse(text);
            int year = moment.get(ChronoField.YEAR);
            return year >= 0 && year < 10_000 && isStorable(instant(moment).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isStorable(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }

    /** The instant, or the nearest one whose year has four digits. */
    public static Instant clamp(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }

    /** The date of a valid text, in its own offset. */
    public static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, DATE_LENGTH));
    }

    /** Whether a valid text has no time. */
    public static boolean isDay(String text) {
        return text.length() == DATE_LENGTH;
    }

    /** Whether a valid text has no offset. */
    public static boolean isLocal(String text) {
        return !(parse(text) instanceof OffsetDateTime);
    }

    /** The instant of a valid text; the start of the day for a date. */
    public static Instant instant(String text) {
        return instant(parse(text));
    }

    private static Instant instant(TemporalAccessor parsed) {
        return switch (parsed) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }

    /**
     * The instant of a text that documents keep. Those of whole seconds, {@code 2026-01-01T09:00:00Z}, are read without
     * a formatter: schedules have many.
     */
    static Instant kept(String text) {
        if (text.length() != SECOND_LENGTH || text.charAt(DATE_LENGTH) != 'T' || !text.endsWith("Z")) {
            return Instant.parse(text);
        }
        int year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
        int month = twoDigits(text, 5);
        int day = twoDigits(text, 8);
        int second = (twoDigits(text, 11) * 60 + twoDigits(text, 14)) * 60 + twoDigits(text, 17);
        return Instant.ofEpochSecond(LocalDate.of(year, month, day).toEpochDay() * SECONDS_OF_A_DAY + second);
    }

    private static int twoDigits(String text, int place) {
        return (text.charAt(place) - '0') * 10 + text.charAt(place + 1) - '0';
    }

    /** The text that documents keep of an instant: as ISO 8601 has it, in UTC. */
    static String text(Instant instant) {
        Instant clamped = clamp(instant);
        if (clamped.getNano() != 0) {
            return clamped.toString();
        }
        long seconds = clamped.getEpochSecond();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_OF_A_DAY));
        int second = (int) Math.floorMod(seconds, SECONDS_OF_A_DAY);
        byte[] text = SHAPE.clone();
        twoDigits(text, 0, date.getYear() / 100);
        twoDigits(text, 2, date.getYear() % 100);
        twoDigits(text, 5, date.getMonthValue());
        twoDigits(text, 8, date.getDayOfMonth());
        twoDigits(text, 11, second / 3600);
        twoDigits(text, 14, second / 60 % 60);
        twoDigits(text, 17, second % 60);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void twoDigits(byte[] text, int place, int number) {
        text[place] = (byte) ('0' + number / 10);
        text[place + 1] = (byte) ('0' + number % 10);
    }

    private static TemporalAccessor parse(String text) {
        return MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }
}

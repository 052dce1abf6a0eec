package io.greenroom.kernel.road.values;

import io.greenroom.contract.Schema;
import java.net.IDN;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The formats of texts that a request must keep. A format that is not known here asks for nothing. */
final class Formats {
    /** As mail servers have it; a pattern takes a stack as deep as its text is long. */
    private static final int LONGEST_EMAIL = 320;

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>\"(),:;\\[\\]\\\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");
    private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{C}]");
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][' ']HH:mm[:ss]]")
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                    .toFormatter())
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Formats() {}

    static boolean accept(Schema schema, String text) {
        String format = schema.limits().format();
        if (format == null) {
            return true;
        }
        return switch (format) {
            case "email" ->
                text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
            case "date", "date-time" -> parses(text, Formats::moment);
            case "timezone" -> parses(text, ZoneId::of);
            case "uri" -> text.isEmpty() || text.matches("(?i)[a-z][a-z0-9+.-]*:[^\\s]*");
            case "domain" -> isDomain(text);
            case "name" -> VISIBLE.matcher(text).find();
            default -> true;
        };
    }

    private static boolean isDomain(String text) {
        try {
            return DOMAIN.matcher(IDN.toASCII(text)).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A date with or without a time, as clients write them: {@code 2026-01-01}, {@code 2026-01-01 00:00:00+00:00}. */
    private static TemporalAccessor moment(String text) {
        return MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private static boolean parses(String text, Function<String, Object> parser) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

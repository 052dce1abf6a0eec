package io.greenroom.kernel.road.values;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Moments;
import java.net.IDN;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** The formats that texts of a request must match. A format that is not known here is not checked. */
final class Formats {
    /** The limit of mail servers; it also bounds the stack of the regular expression, which grows with the text. */
    private static final int LONGEST_EMAIL = 320;

    /** The limit of the DNS; it also bounds the stack of the regular expression. */
    private static final int LONGEST_DOMAIN = 253;

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>\"(),:;\\[\\]\\\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");
    private static final Pattern URI = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:[^\\s]*");
    private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{Z}\\p{C}]");

    private Formats() {}

    static boolean accept(Schema schema, String text) {
        String format = schema.limits().format();
        if (format == null) {
            return true;
        }
        return switch (format) {
            case "email" ->
                text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
            case "date", "date-time" -> Moments.accept(text);
            case "timezone" -> isZone(text);
            case "uri" -> text.isEmpty() || URI.matcher(text).matches();
            case "domain" -> isDomain(text);
            case "name" -> VISIBLE.matcher(text).find();
            default -> true;
        };
    }

    /** A text as the contract spells it: words of the format {@code any-case} may be written in any case. */
    static String spelled(Schema schema, String text) {
        return schema.hasFormat("any-case")
                ? schema.allowed().stream()
                        .map(Object::toString)
                        .filter(text::equalsIgnoreCase)
                        .findFirst()
                        .orElse(text)
                : text;
    }

    private static boolean isDomain(String text) {
        try {
            return text.length() <= LONGEST_DOMAIN
                    && DOMAIN.matcher(IDN.toASCII(text)).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

package io.greenroom.live.plan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The times and lengths of scripts: {@code 00:05}, {@code 00:00..00:03}, {@code +2m}, {@code 1h30m}. */
final class Times {
    /** No text that is matched is longer, which also bounds the stack of regular expressions. */
    static final int LONGEST = 320;

    static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,255}");

    private static final String CLOCK = "[0-9]{1,2}:[0-5][0-9](:[0-5][0-9])?";
    private static final String AMOUNT = "([0-9]{1,2}h)?([0-9]{1,4}m)?([0-9]{1,6}s)?";

    static final Form MOMENT = new Form.Matching("a time such as 00:45", Pattern.compile(CLOCK));
    static final Form SPAN = new Form.Matching(
            "a time such as 00:05 or 00:00..00:03", Pattern.compile(CLOCK + "(\\.\\." + CLOCK + ")?"));
    static final Form STEP = new Form.Matching(
            "a time such as 00:05, 00:00..00:03 or +2m",
            Pattern.compile(CLOCK + "(\\.\\." + CLOCK + ")?|\\+(?=[0-9])" + AMOUNT));
    static final Form LENGTH =
            new Form.Matching("a length such as 90s, 10m or 1h30m", Pattern.compile("(?=[0-9])" + AMOUNT));

    private static final Pattern PARTS = Pattern.compile(AMOUNT);

    private Times() {}

    /** A length such as {@code 1h30m}. */
    static Duration length(String text) {
        Matcher parts = PARTS.matcher(text);
        return parts.matches()
                ? Duration.ofHours(amount(parts.group(1)))
                        .plusMinutes(amount(parts.group(2)))
                        .plusSeconds(amount(parts.group(3)))
                : Duration.ZERO;
    }

    private static long amount(@Nullable String part) {
        return part == null ? 0 : Long.parseLong(part.substring(0, part.length() - 1));
    }

    /**
     * The time that a text means, counted from the start.
     *
     * @param before the time of the step before, from which {@code +2m} counts
     * @param drawn from 0 to less than 1; decides where in {@code 00:00..00:03}
     */
    static Duration at(String text, Duration before, double drawn) {
        if (text.startsWith("+")) {
            return before.plus(length(text.substring(1)));
        }
        int dots = text.indexOf("..");
        if (dots < 0) {
            return clock(text);
        }
        Duration from = clock(text.substring(0, dots));
        long seconds = clock(text.substring(dots + 2)).minus(from).toSeconds();
        return from.plusSeconds((long) (drawn * (seconds + 1)));
    }

    /** Whether the times of a span are in order. */
    static boolean isInOrder(String text) {
        int dots = text.indexOf("..");
        return dots < 0 || clock(text.substring(0, dots)).compareTo(clock(text.substring(dots + 2))) <= 0;
    }

    private static Duration clock(String text) {
        String[] parts = text.split(":", -1);
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(parts.length > 2 ? Long.parseLong(parts[2]) : 0);
    }
}

package io.greenroom.contract;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The range of dates that an operation accepts in its query parameters {@code from} and {@code to}.
 *
 * @param times whether the two may be date-times; they are whole days otherwise
 * @param required the parameters that a request must have
 * @param standard how long before {@code to} an absent {@code from} is; an absent {@code to} is the present
 * @param longest the maximum length
 * @param cut whether a longer range begins later; it is refused otherwise
 * @param back how long ago a range may begin; null sets no limit
 * @param failure the refusal of a range that ends before it begins, or is too long
 * @param tooOld the refusal of a range that begins too long ago
 */
public record RangeLimits(
        boolean times,
        Set<String> required,
        Period standard,
        Period longest,
        boolean cut,
        @Nullable Period back,
        Failure failure,
        Failure tooOld) {
    /** The parameter with the start of the range. */
    public static final String FROM = "from";

    /** The parameter with the end of the range. */
    public static final String TO = "to";

    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    /** The two query parameters. */
    public List<Property> parameters() {
        return List.of(
                parameter(FROM, (times ? "Start" : "First day") + limits() + standardFrom()),
                parameter(TO, (times ? "End" : "Last day") + standardTo()));
    }

    private Property parameter(String name, String description) {
        Schema schema = times ? Schema.formatted("date-time", 64) : Schema.formatted("date", 32);
        return new Property(
                name, schema, description, required.contains(name), false, false, false, null, null, null, null, null);
    }

    private String limits() {
        String most = cut ? ", moved to at most " : ", at most ";
        String limit = back == null ? "" : " and not more than " + words(back) + " ago";
        return most + words(longest) + " before to" + limit;
    }

    private String standardFrom() {
        if (required.contains(FROM)) {
            return "";
        }
        return standard.isZero() ? "; the same as to when absent" : "; " + words(standard) + " before to when absent";
    }

    private String standardTo() {
        return required.contains(TO) ? "" : times ? "; now when absent" : "; today when absent";
    }

    private static String words(Period period) {
        List<String> parts = new ArrayList<>();
        part(parts, period.getYears(), "year");
        part(parts, period.getMonths(), "month");
        part(parts, period.getDays(), "day");
        return String.join(" and ", parts);
    }

    private static void part(List<String> parts, int count, String unit) {
        if (count != 0) {
            String number = count > 0 && count < NUMBERS.size() ? NUMBERS.get(count) : Integer.toString(count);
            parts.add(number + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}

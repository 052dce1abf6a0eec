package io.greenroom.kernel.http.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code Range} header (RFC 9110 section 14.2). */
final class RangeHeader {
    /** A request with more ranges gets the whole file: many small ranges cost more than they save. */
    static final int MOST_RANGES = 16;

    private static final Pattern UNIT = Pattern.compile("bytes=(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPEC = Pattern.compile("([0-9]*)-([0-9]*)");
    private static final int MOST_DIGITS = 18;

    private RangeHeader() {}

    /**
     * The ranges that a file of that length has, in the requested order; none if the file has none of them.
     *
     * @return empty if the header is to be ignored: it is malformed, of another unit, asks for too many ranges or, by
     *     ranges that overlap, for more than the whole file
     */
    static Optional<List<ByteRange>> parse(String value, long fileLength) {
        Matcher unit = UNIT.matcher(value);
        if (!unit.matches()) {
            return Optional.empty();
        }
        List<ByteRange> ranges = new ArrayList<>();
        int count = 0;
        long sum = 0;
        for (String part : unit.group(1).split(",", -1)) {
            String spec = part.strip();
            if (spec.isEmpty()) {
                continue; // Lists may have empty elements (RFC 9110 section 5.6.1.2).
            }
            count++;
            Matcher range = SPEC.matcher(spec);
            if (count > MOST_RANGES || !range.matches() || !isValid(range)) {
                return Optional.empty();
            }
            long first = first(range, fileLength);
            long last = range.group(1).isEmpty() ? fileLength - 1 : Math.min(last(range), fileLength - 1);
            if (first <= last) {
                ranges.add(new ByteRange(first, last));
                sum += last - first + 1;
            }
        }
        return count == 0 || sum > fileLength ? Optional.empty() : Optional.of(ranges);
    }

    private static boolean isValid(Matcher range) {
        return range.group(1).isEmpty()
                ? !range.group(2).isEmpty()
                : range.group(2).isEmpty() || number(range.group(1)) <= number(range.group(2));
    }

    private static long first(Matcher range, long fileLength) {
        return range.group(1).isEmpty() ? Math.max(0, fileLength - number(range.group(2))) : number(range.group(1));
    }

    private static long last(Matcher range) {
        return range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}

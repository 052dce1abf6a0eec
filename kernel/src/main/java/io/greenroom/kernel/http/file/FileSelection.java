package io.greenroom.kernel.http.file;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The part of a file that a request gets, by its conditions and ranges (RFC 9110 sections 13.2.2 and 14.2).
 *
 * @param status 200 for the whole file, 206 for ranges of it, 304, 412 or 416 for none
 * @param ranges those to send with 206, otherwise none
 */
public record FileSelection(int status, List<ByteRange> ranges) {
    public static final FileSelection WHOLE = new FileSelection(200, List.of());
    private static final FileSelection NOT_MODIFIED = new FileSelection(304, List.of());
    private static final FileSelection PRECONDITION_FAILED = new FileSelection(412, List.of());
    private static final FileSelection NOT_SATISFIABLE = new FileSelection(416, List.of());

    /**
     * Selects for a GET, or for a HEAD, whose ranges do not count.
     *
     * @param headers all values of the request's header of a name
     */
    public static FileSelection of(OpenedFile file, Function<String, List<String>> headers, boolean head) {
        List<String> match = headers.apply("If-Match");
        boolean refused = match.isEmpty()
                ? date(headers, "If-Unmodified-Since")
                        .filter(since -> isNewer(file, since))
                        .isPresent()
                : !EntityTags.matchStrongly(match, file.entityTag());
        if (refused) {
            return PRECONDITION_FAILED;
        }
        List<String> noneMatch = headers.apply("If-None-Match");
        boolean known = noneMatch.isEmpty()
                ? date(headers, "If-Modified-Since")
                        .filter(since -> isOld(file, since))
                        .isPresent()
                : EntityTags.matchWeakly(noneMatch, file.entityTag());
        if (known) {
            return NOT_MODIFIED;
        }
        return head ? WHOLE : byRange(file, headers);
    }

    /** The value of the {@code Last-Modified} header, if the time is known. */
    public static Optional<String> lastModified(OpenedFile file) {
        return file.modified().map(HttpDate::write);
    }

    private static Optional<Instant> date(Function<String, List<String>> headers, String name) {
        List<String> values = headers.apply(name);
        return values.size() == 1 ? HttpDate.parse(values.getFirst()) : Optional.empty();
    }

    private static boolean isNewer(OpenedFile file, Instant since) {
        return seconds(file).filter(time -> time.isAfter(since)).isPresent();
    }

    private static boolean isOld(OpenedFile file, Instant since) {
        return seconds(file).filter(time -> !time.isAfter(since)).isPresent();
    }

    /** Headers have no parts of seconds. */
    private static Optional<Instant> seconds(OpenedFile file) {
        return file.modified().map(time -> time.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * An empty file is sent whole, since it has no ranges and some clients ask for one of every file to limit what they
     * get.
     */
    private static FileSelection byRange(OpenedFile file, Function<String, List<String>> headers) {
        List<String> range = headers.apply("Range");
        if (range.size() != 1 || file.length() == 0 || !isSameAsInIfRange(file, headers.apply("If-Range"))) {
            return WHOLE;
        }
        return RangeHeader.parse(range.getFirst(), file.length())
                .map(ranges -> ranges.isEmpty() ? NOT_SATISFIABLE : new FileSelection(206, ranges))
                .orElse(WHOLE);
    }

    private static boolean isSameAsInIfRange(OpenedFile file, List<String> ifRange) {
        if (ifRange.isEmpty()) {
            return true;
        }
        String validator = ifRange.getFirst().strip();
        return ifRange.size() == 1
                && (validator.equals(file.entityTag())
                        || seconds(file)
                                .flatMap(time -> HttpDate.parse(validator).filter(time::equals))
                                .isPresent());
    }
}

package io.greenroom.kernel;

import io.greenroom.contract.Failure;
import io.greenroom.contract.RangeLimits;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Moments;
import io.greenroom.kernel.doc.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The range of dates that a request asks for, within the limits of its operation. Dates are in UTC, and their years
 * have four digits, because stores compare them as texts.
 *
 * @param start the first instant of the range
 * @param end the first instant after the range; the last second of the year 9999 for a range that goes beyond
 */
public record DateRange(Instant start, Instant end) {

    public DateRange {
        start = Moments.clamp(start);
        end = Moments.clamp(end);
    }

    /**
     * The range that a request asks for, with the defaults of its operation.
     *
     * @param query holds the request's parameters, already validated
     * @param now the present, for defaults and limits
     * @param values fill the placeholders of a refusal
     * @throws Refusal when it ends before it begins, is too long or begins too long ago
     */
    public static DateRange of(RangeLimits limits, Doc query, Instant now, Map<String, String> values) {
        ZonedDateTime present = moment(now, limits);
        ZonedDateTime to = query.optionalText(RangeLimits.TO)
                .map(text -> moment(text, limits))
                .orElse(present);
        ZonedDateTime from = query.optionalText(RangeLimits.FROM)
                .map(text -> moment(text, limits))
                .orElseGet(() -> to.minus(limits.standard()));
        ZonedDateTime earliest = to.minus(limits.longest());
        require(!from.isAfter(to), limits.failure(), values);
        if (from.isBefore(earliest)) {
            require(limits.cut(), limits.failure(), values);
            from = earliest;
        }
        require(limits.back() == null || !from.isBefore(present.minus(limits.back())), limits.tooOld(), values);
        boolean days = !limits.times()
                || query.optionalText(RangeLimits.TO).filter(Moments::isDay).isPresent();
        return new DateRange(from.toInstant(), (days ? to.plusDays(1) : to.plusSeconds(1)).toInstant());
    }

    private static void require(boolean met, Failure failure, Map<String, String> values) {
        if (!met) {
            throw new Refusal(failure, values);
        }
    }

    private static ZonedDateTime moment(String text, RangeLimits limits) {
        return limits.times()
                ? Moments.instant(text).atZone(ZoneOffset.UTC)
                : Moments.day(text).atStartOfDay(ZoneOffset.UTC);
    }

    private static ZonedDateTime moment(Instant now, RangeLimits limits) {
        return now.atZone(ZoneOffset.UTC).truncatedTo(limits.times() ? ChronoUnit.SECONDS : ChronoUnit.DAYS);
    }

    /** The first day of the range. */
    public LocalDate from() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** The last day of the range, inclusive. */
    public LocalDate to() {
        return LocalDate.ofInstant(last(), ZoneOffset.UTC);
    }

    /** A text that comes after the last day of the range and before the next day, where days are compared as texts. */
    public String afterLastDay() {
        return to() + "T";
    }

    /** The last second of the range. */
    public Instant last() {
        return end.minusSeconds(1);
    }
}

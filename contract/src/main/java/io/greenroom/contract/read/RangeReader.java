package io.greenroom.contract.read;

import io.greenroom.contract.Failure;
import io.greenroom.contract.RangeLimits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the ranges of dates that operations accept. */
final class RangeReader {
    /** The failure for ranges of operations without a failure of their own. */
    private static final String GENERAL = "validation";

    private final Schemas schemas;

    RangeReader(Schemas schemas) {
        this.schemas = schemas;
    }

    RangeLimits limits(Entry entry) {
        Failure failure = schemas.failure(entry.optionalText("failure").orElse(GENERAL), entry);
        Period longest = period("max", entry).orElse(Period.ZERO);
        Optional<Period> standard = period("default", entry);
        Optional<Period> back = period("back", entry);
        RangeLimits limits = new RangeLimits(
                times(entry),
                required(entry),
                standard.orElse(longest),
                longest,
                entry.flag("cut", false),
                back.orElse(null),
                failure,
                entry.optionalText("old")
                        .map(name -> schemas.failure(name, entry))
                        .orElse(failure));
        if (longest.isZero()) {
            entry.fault("lacks max");
        }
        if (isLonger(limits.standard(), longest)) {
            entry.fault("has a default that is longer than max");
        }
        if (standard.isPresent() && limits.required().contains(RangeLimits.FROM)) {
            entry.fault("has a default for a parameter that is required");
        }
        if (back.isEmpty() && entry.has("old")) {
            entry.fault("has no back for old to refuse");
        }
        entry.get("source");
        entry.done();
        return limits;
    }

    private static boolean times(Entry entry) {
        String type = entry.optionalText("type").orElse("date");
        if (!List.of("date", "date-time").contains(type)) {
            entry.fault("does not know the type " + type);
        }
        return type.equals("date-time");
    }

    private static Set<String> required(Entry entry) {
        Set<String> required = new HashSet<>(entry.texts("required"));
        required.stream()
                .filter(name -> !name.equals(RangeLimits.FROM) && !name.equals(RangeLimits.TO))
                .forEach(name -> entry.fault("does not know the parameter " + name));
        return required;
    }

    private static Optional<Period> period(String word, Entry entry) {
        return entry.optionalText(word).flatMap(text -> {
            try {
                return Optional.of(Period.parse(text));
            } catch (DateTimeException e) {
                entry.fault(word + " is no period: " + text);
                return Optional.empty();
            }
        });
    }

    private static boolean isLonger(Period one, Period other) {
        return LocalDate.EPOCH.plus(one).isAfter(LocalDate.EPOCH.plus(other));
    }
}

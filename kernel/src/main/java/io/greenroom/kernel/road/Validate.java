package io.greenroom.kernel.road;

import io.greenroom.contract.Body;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.RangeLimits;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.DateRange;
import io.greenroom.kernel.PageRequest;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.road.values.Faults;
import io.greenroom.kernel.road.values.LenientValues;
import io.greenroom.kernel.road.values.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Step 11, validate: checks path, query and body against the contract and reports all faults at once. Defaults are
 * filled, but never for PATCH. Unknown names are ignored, named in a header, or refused, by the installation's
 * strictness.
 */
final class Validate implements Step {
    private static final Schema ANY = Schema.anyObject();
    private static final Doc NO_BODY = new Doc(Schema.object(List.of())).freeze();

    private final Clock clock;
    private final Strictness strictness;

    Validate(Clock clock, Strictness strictness) {
        this.clock = clock;
        this.strictness = strictness;
    }

    @Override
    public void take(Exchange exchange) {
        Operation operation = exchange.endpoint().operation();
        Faults faults = new Faults();
        Validator parameters =
                new Validator(false, true, null, faults, exchange.endpoint().fault());
        checkPath(exchange, parameters);
        addUnknown(exchange, "parameter", unknownParameters(exchange), faults);
        checkQuery(exchange, parameters);
        exchange.body = operation
                .body()
                .map(promised -> body(exchange, promised, faults))
                .orElse(NO_BODY);
        refuse(exchange, faults);
        if (!namesAccount(operation)) {
            operation.range().ifPresent(limits -> checkRange(exchange, limits));
        }
    }

    /** Whether the path names an account, whose clock decides about ranges: the handler finds it and asks the call. */
    private static boolean namesAccount(Operation operation) {
        return operation.path().stream().anyMatch(property -> property.schema().hasFormat("account"));
    }

    private void checkRange(Exchange exchange, RangeLimits limits) {
        exchange.range = DateRange.of(
                limits, exchange.query(), clock.now(exchange.caller().account()), exchange.path);
    }

    private Doc body(Exchange exchange, Body promised, Faults faults) {
        boolean patch = exchange.operation().route().method().equals("PATCH");
        Validator validator = new Validator(
                patch, !patch, exchange.form, faults, exchange.endpoint().fault());
        Doc body = validator.object(promised.schema(), exchange.sent(), "").freeze();
        if (validator.isUnreadable()) {
            throw exchange.refuse("body-not-json");
        }
        addUnknown(exchange, "field", validator.unknown(), faults);
        return body;
    }

    /** Treats unknown names by the installation's strictness. */
    private void addUnknown(Exchange exchange, String kind, List<String> names, Faults faults) {
        if (names.isEmpty()) {
            return;
        }
        switch (strictness) {
            case OFF -> {}
            case WARN -> exchange.warn("unknown " + kind + "s: " + String.join(", ", names));
            case ON -> names.forEach(name -> faults.add(name, "Unknown " + kind + ".", null));
        }
    }

    private static List<String> unknownParameters(Exchange exchange) {
        Schema known = exchange.endpoint().query();
        Set<String> names = exchange.rawQuery().names();
        return names.isEmpty()
                ? List.of()
                : names.stream()
                        .filter(name -> known.property(name).isEmpty() && !name.equals(Authenticate.PARAMETER))
                        .toList();
    }

    private static void checkPath(Exchange exchange, Validator validator) {
        for (Property property : exchange.operation().path()) {
            validator.check(property, exchange.path.getOrDefault(property.name(), ""));
        }
    }

    private static void checkQuery(Exchange exchange, Validator validator) {
        Schema schema = exchange.endpoint().query();
        Doc raw = new Doc(ANY);
        for (Property parameter : schema.properties()) {
            exchange.listQuery()
                    .first(parameter.name())
                    .filter(value -> !value.isEmpty())
                    .flatMap(value -> LenientValues.counted(parameter, value))
                    .ifPresent(value -> raw.put(parameter.name(), value));
        }
        Doc query = validator.object(schema, raw, "");
        exchange.query = query.freeze();
        exchange.operation().paging().ifPresent(paging -> exchange.page = page(query, paging.max(), exchange.page));
    }

    /** The page that a token names, else the one that the query names. */
    private static PageRequest page(Doc query, int max, PageRequest led) {
        int size = (int) Math.min(max, query.number("page_size"));
        boolean numbered = led.after().isStart() && query.mayHold("page_number");
        return new PageRequest(numbered ? query.number("page_number") : led.number(), size, led.after());
    }

    private static void refuse(Exchange exchange, Faults faults) {
        if (!faults.all().isEmpty()) {
            Map<String, String> values = new HashMap<>(exchange.path);
            values.putAll(faults.values());
            throw faults.onlyDeclared()
                    .map(failure -> new Refusal(failure, values, faults.all(), Map.of()))
                    .orElseGet(() -> exchange.refuse("validation", faults.all()));
        }
    }
}

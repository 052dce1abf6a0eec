package io.greenroom.kernel.road;

import io.greenroom.contract.Body;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Paging;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.PageRequest;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.http.QueryString;
import io.greenroom.kernel.road.values.Faults;
import io.greenroom.kernel.road.values.Validator;
import io.greenroom.kernel.road.values.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Step 7, validate: path, query and body against the contract, all faults at once. Defaults are filled, but never for
 * PATCH. What the contract does not know is ignored, named in a header, or refused, as the installation's strictness
 * says.
 */
final class Validate implements Step {
    private static final Schema ANY = Schema.anyObject();
    private static final Doc NO_BODY = new Doc(Schema.object(List.of())).freeze();

    private final Clock clock;
    private final PageTokens tokens;
    private final Strictness strictness;

    Validate(Clock clock, PageTokens tokens, Strictness strictness) {
        this.clock = clock;
        this.tokens = tokens;
        this.strictness = strictness;
    }

    @Override
    public void take(Exchange exchange) {
        Operation operation = exchange.endpoint().operation();
        Faults faults = new Faults();
        Validator parameters = new Validator(false, true, null, faults);
        checkPath(exchange, parameters);
        addUnknown(exchange, "parameter", unknownParameters(exchange), faults);
        checkQuery(exchange, operation, parameters);
        exchange.body = operation
                .body()
                .map(promised -> body(exchange, promised, faults))
                .orElse(NO_BODY);
        refuse(exchange, faults);
        hashPasswords(exchange, exchange.body(), "");
    }

    private Doc body(Exchange exchange, Body promised, Faults faults) {
        boolean patch = exchange.operation().route().method().equals("PATCH");
        Validator validator = new Validator(patch, !patch, exchange.form, faults);
        Doc body = validator.object(promised.schema(), exchange.sent(), "").freeze();
        addUnknown(exchange, "field", validator.unknown(), faults);
        return body;
    }

    /** Does with unknown names what the installation is told to do. */
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

    private void checkQuery(Exchange exchange, Operation operation, Validator validator) {
        QueryString sent = continued(exchange, operation);
        Schema schema = exchange.endpoint().query();
        Doc raw = new Doc(ANY);
        for (Property parameter : schema.properties()) {
            sent.first(parameter.name())
                    .filter(value -> !value.isEmpty())
                    .flatMap(value -> counted(parameter, value))
                    .ifPresent(value -> raw.put(parameter.name(), value));
        }
        Doc query = validator.object(schema, raw, "");
        exchange.query = query.freeze();
        operation.paging().ifPresent(paging -> exchange.page = page(query, paging.max(), exchange.page));
    }

    /** The query as it was sent, or as the page token carries it; a page size that was sent with the token wins. */
    private QueryString continued(Exchange exchange, Operation operation) {
        QueryString sent = exchange.rawQuery();
        Optional<String> token = sent.first("next_page_token").filter(value -> !value.isEmpty());
        if (token.isEmpty() || operation.paging().filter(Paging::byToken).isEmpty()) {
            return sent;
        }
        PageTokens.Place place = tokens.open(
                        exchange, clock.now(exchange.caller().account()), token.get())
                .orElseThrow(() -> exchange.refuse("page-token"));
        exchange.page = new PageRequest(place.number(), 1, place.after());
        QueryString next = sent.first("page_size")
                .filter(size -> exchange.endpoint()
                        .query()
                        .property("page_size")
                        .flatMap(parameter -> counted(parameter, size))
                        .isPresent())
                .map(size -> place.query().with("page_size", size))
                .orElse(place.query());
        exchange.rawQuery = next;
        return next;
    }

    /** A lenient parameter's value as it counts: what does not fit is absent, what is too great is the greatest. */
    private static Optional<Object> counted(Property parameter, String value) {
        Schema schema = parameter.schema();
        if (!parameter.lenient()) {
            return Optional.of(value);
        }
        if (schema.type() == Schema.Type.INTEGER) {
            return Optional.ofNullable(Values.integer(value)).flatMap(number -> nearest(schema.limits(), number));
        }
        return schema.allowed().isEmpty()
                ? Optional.of(value)
                : schema.allowed().stream()
                        .filter(allowed -> allowed.toString().equalsIgnoreCase(value))
                        .findFirst();
    }

    private static Optional<Object> nearest(Schema.Limits limits, long number) {
        Long min = limits.min();
        Long max = limits.max();
        if (min != null && number < min) {
            return Optional.empty();
        }
        return Optional.of(max != null && number > max ? max : number);
    }

    /** The page that a token has led to, else the one that the query names. */
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

    /** Hashes the body's passwords now, on the request's own thread, so that no unit has to wait for it. */
    private static void hashPasswords(Exchange exchange, Doc body, String place) {
        for (Property property : body.schema().properties()) {
            Object value = body.get(property.name());
            String field = place.isEmpty() ? property.name() : place + "." + property.name();
            if (value instanceof Doc below) {
                hashPasswords(exchange, below, field);
            } else if (value instanceof String password && property.schema().hasFormat("password")) {
                exchange.hashes.put(field, Passwords.hash(password));
            }
        }
    }
}

package io.greenroom.kernel.road;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Paging;
import io.greenroom.contract.RangeLimits;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.DateRange;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Step 16, shape: cuts the handler's result to the schema of the contract, and puts lists into their envelope, which is
 * the answer or an object in it. A bare list has none.
 */
final class Shape implements Step {
    private static final Doc NOTHING = new Doc(Schema.anyObject()).freeze();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final Clock clock;
    private final PageTokens tokens;

    Shape(Clock clock, PageTokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    @Override
    public void take(Exchange exchange) {
        Operation operation = exchange.endpoint().operation();
        int status = operation.status();
        exchange.answer = switch (exchange.result()) {
            case Doc doc -> json(exchange, status, answerSchema(operation), doc);
            case Page page when operation.answersBareList() -> bareList(exchange, status, operation, page);
            case Page page -> json(exchange, status, answerSchema(operation), enveloped(exchange, page));
            case Answer answer -> answer;
            case Object done when done == Bindings.DONE -> nothing(exchange, status);
            default -> throw new ContractViolation(operation.id() + " gave " + exchange.result());
        };
    }

    private static Schema answerSchema(Operation operation) {
        return operation.answer().orElseThrow(() -> new ContractViolation(operation.id() + " promises no body"));
    }

    private static Answer json(Exchange exchange, int status, Schema schema, Doc doc) {
        Operation operation = exchange.endpoint().operation();
        operation.location().ifPresent(template -> locate(exchange, template, doc));
        return Answer.json(status, Json.write(doc, schema, exchange.origin()));
    }

    private static Answer nothing(Exchange exchange, int status) {
        exchange.endpoint().operation().location().ifPresent(template -> locate(exchange, template, NOTHING));
        return Answer.nothing(status);
    }

    private static void locate(Exchange exchange, String template, Doc doc) {
        String location = PLACEHOLDER.matcher(template).replaceAll(found -> {
            String name = found.group(1);
            String value = exchange.path.containsKey(name) ? exchange.path.get(name) : doc.text(name);
            return Matcher.quoteReplacement(segment(value));
        });
        exchange.header("Content-Location", exchange.origin() + "/v2" + location);
    }

    private static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer bareList(Exchange exchange, int status, Operation operation, Page page) {
        return Answer.json(
                status, Json.write(page.items(), answerSchema(operation).items(), exchange.origin()));
    }

    private Doc enveloped(Exchange exchange, Page page) {
        Operation operation = exchange.endpoint().operation();
        Schema schema = answerSchema(operation);
        Doc answer = new Doc(schema);
        page.extras().forEach(answer::put);
        Doc envelope =
                operation.paging().map(paging -> envelope(answer, paging)).orElse(answer);
        operation.paging().ifPresent(paging -> addPlaces(exchange, envelope, page, paging));
        addRange(exchange, envelope);
        if (envelope.mayHold("total_records")) {
            envelope.put("total_records", page.total());
        }
        String items = operation.paging().map(Paging::key).orElseGet(() -> arrayOf(operation, schema));
        envelope.put(items, page.items());
        return answer;
    }

    /** The object that holds the list: the answer, or an object in it. */
    private static Doc envelope(Doc answer, Paging paging) {
        Doc envelope = answer;
        if (!paging.envelope().isEmpty()) {
            for (String field : paging.envelope().split("\\.")) {
                envelope = envelope.within(field);
            }
        }
        return envelope;
    }

    /** Adds the requested range, including defaults; as days if the answer's schema has days. */
    private static void addRange(Exchange exchange, Doc envelope) {
        DateRange range = exchange.range;
        if (range != null) {
            addMoment(envelope, RangeLimits.FROM, range.from(), range.start());
            addMoment(envelope, RangeLimits.TO, range.to(), range.last());
        }
    }

    private static void addMoment(Doc envelope, String field, LocalDate day, Instant instant) {
        envelope.schema()
                .property(field)
                .map(property -> property.schema().hasFormat("date") ? day.toString() : instant.toString())
                .ifPresent(text -> envelope.putIfAbsent(field, text));
    }

    /** The only array of an answer that is not paged. */
    private static String arrayOf(Operation operation, Schema schema) {
        return schema.properties().stream()
                .filter(property -> property.schema().type() == Schema.Type.ARRAY)
                .findFirst()
                .orElseThrow(() -> new ContractViolation(operation.id() + " promises no list"))
                .name();
    }

    private void addPlaces(Exchange exchange, Doc envelope, Page page, Paging paging) {
        int size = exchange.page.size();
        if (envelope.mayHold("page_count")) {
            envelope.put("page_count", (page.total() + size - 1) / size);
        }
        if (envelope.mayHold("page_number")) {
            envelope.put("page_number", exchange.page.number());
        }
        if (envelope.mayHold("page_size")) {
            envelope.put("page_size", size);
        }
        if (paging.byToken()) {
            envelope.put("next_page_token", nextToken(exchange, page));
        }
    }

    /** The token of the next page, or the empty text on the last page, by which clients detect the end. */
    private String nextToken(Exchange exchange, Page page) {
        String account = exchange.caller().account();
        return page.next()
                .map(place -> tokens.seal(exchange, clock.now(account), place))
                .orElse("");
    }
}

package io.greenroom.kernel.limits;

import io.greenroom.contract.Property;
import io.greenroom.contract.Quota;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Determines the counter that a quota counts a request with. */
final class QuotaKeys {
    private static final int LONGEST_SUBJECT = 160;

    private final Store store;
    private final Bindings bindings;

    QuotaKeys(Store store, Bindings bindings) {
        this.store = store;
        this.bindings = bindings;
    }

    /**
     * Returns the counter's key; empty when the body lacks the field that the quota counts by, so there is nothing to
     * count.
     */
    Optional<String> key(Exchange exchange, Quota quota) {
        List<String> subject = new ArrayList<>(2);
        for (String word : quota.by().split("\\+", -1)) {
            Optional<String> value = value(exchange, word);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            subject.add(value.get());
        }
        String account = exchange.caller().account();
        return Optional.of(String.join(
                "/", account, quota.name(), quota.window().toString(), shortened(String.join("/", subject))));
    }

    private Optional<String> value(Exchange exchange, String word) {
        if (word.equals("account")) {
            return Optional.of("");
        }
        if (word.startsWith("path.")) {
            return Optional.of(inPath(exchange, word.substring("path.".length())));
        }
        if (word.startsWith("body.")) {
            return inBody(exchange.body(), word.substring("body.".length()));
        }
        throw new ContractViolation(
                exchange.operation().id() + " has a quota by " + word + ", which nothing is counted by");
    }

    /** Resolves the path's value to an id, so that an e-mail address counts as the user it belongs to. */
    private String inPath(Exchange exchange, String name) {
        String value = exchange.path().get(name);
        if (value == null) {
            throw new ContractViolation(
                    exchange.operation().id() + " has a quota by the path's " + name + ", which it lacks");
        }
        return exchange.operation().path().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .map(property -> property.schema().limits().format())
                .flatMap(format ->
                        store.read(exchange.caller().account(), unit -> bindings.identify(format, unit, value)))
                .orElse(value);
    }

    /** A value of the body; e-mail addresses that differ only in case are equal. */
    private static Optional<String> inBody(Doc body, String field) {
        int dot = field.indexOf('.');
        if (dot >= 0) {
            return body.optionalDoc(field.substring(0, dot)).flatMap(below -> inBody(below, field.substring(dot + 1)));
        }
        boolean email = body.schema()
                .property(field)
                .map(Property::schema)
                .filter(schema -> schema.hasFormat("email"))
                .isPresent();
        return body.optionalText(field).map(text -> email ? text.toLowerCase(Locale.ROOT) : text);
    }

    /** Replaces a long key by its hash. A hash collision only makes two keys share one quota. */
    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT
                ? subject
                : UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}

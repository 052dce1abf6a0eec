package io.greenroom.api;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.contract.openapi.Examples;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Valid requests of operations, with a name in them that is easy to find. */
final class Wishes {
    private static final List<String> NAMES = List.of("name", "topic", "title", "field", "key");
    private static final long SEED = 4;

    private final Examples examples = new Examples(SEED, "http://localhost");
    private final String name;
    private final Doc person;
    private int made;

    /**
     * @param name what things are called
     * @param person the user that requests name
     */
    Wishes(String name, Doc person) {
        this.name = name;
        this.person = person;
    }

    /** The valid bodies of an operation: with all fields or only the required ones, for a known or a new user. */
    List<String> bodies(Operation operation) {
        return operation
                .body()
                .map(body -> Stream.of(person.text("email"), "person" + ++made + "@first.example")
                        .flatMap(email ->
                                Stream.of(true, false).map(all -> Json.write(object(body.schema(), all, email))))
                        .toList())
                .orElse(List.of(""));
    }

    /** The valid queries of an operation: the required parameters, and each choice of the optional ones. */
    List<String> queries(Operation operation) {
        String needed = operation.query().stream()
                .filter(Property::required)
                .map(property -> parameter(property, value(property, false, person.text("email"))))
                .collect(Collectors.joining());
        Stream<String> choices = operation.query().stream()
                .filter(property -> !property.required())
                .flatMap(property -> property.schema().allowed().stream().map(value -> parameter(property, value)));
        return Stream.concat(Stream.of(""), choices)
                .map(choice -> needed + choice)
                .map(query -> query.isEmpty() ? "" : "?" + query.substring(1))
                .toList();
    }

    private static String parameter(Property property, Object value) {
        return "&" + property.name() + "=" + PlainAsking.encoded(value.toString());
    }

    private Doc object(Schema schema, boolean all, String email) {
        Doc doc = new Doc(Schema.anyObject());
        for (Property property : schema.properties()) {
            boolean sent = !property.confidential() && !property.readOnly();
            boolean wanted = property.required() || (all && !property.name().endsWith("_id"));
            if (sent && (wanted || property.name().equals("id"))) {
                doc.put(property.name(), value(property, all, email));
            }
        }
        return doc;
    }

    private Object value(Property property, boolean all, String email) {
        Schema schema = property.schema();
        return switch (schema.type()) {
            case OBJECT -> object(schema, all, email);
            case ARRAY ->
                schema.items().type() == Schema.Type.OBJECT
                        ? List.of(object(schema.items(), all, email))
                        : examples.parameter(property);
            case STRING -> text(property, email);
            case INTEGER, NUMBER, BOOLEAN, FILE -> examples.parameter(property);
        };
    }

    private Object text(Property property, String email) {
        Schema schema = property.schema();
        if (property.name().equals("id")) {
            return person.id();
        }
        if (schema.hasFormat("email")) {
            return email;
        }
        boolean free = schema.allowed().isEmpty()
                && schema.limits().format() == null
                && schema.limits().pattern() == null;
        return free && NAMES.stream().anyMatch(property.name()::endsWith) ? name : examples.parameter(property);
    }
}

package io.greenroom.live.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes forms as JSON Schema. */
final class FormSchema {
    private FormSchema() {}

    static Map<String, Object> of(Form form) {
        return switch (form) {
            case Form.Text text -> node("type", "string", "minLength", 1, "maxLength", text.max());
            case Form.Word word -> node("enum", word.words());
            case Form.Whole number -> node("type", "integer", "minimum", number.min(), "maximum", number.max());
            case Form.Flag _ -> node("type", "boolean");
            case Form.Matching matching ->
                node("type", "string", "pattern", "^(" + matching.pattern() + ")$", "description", matching.what());
            case Form.Listing listing -> node("type", "array", "maxItems", listing.max(), "items", of(listing.item()));
            case Form.Known known ->
                node("type", "object", "properties", properties(known), "additionalProperties", false);
            case Form.Named named ->
                node("type", "object", "maxProperties", named.max(), "additionalProperties", of(named.value()));
            case Form.Either either ->
                node("anyOf", either.forms().stream().map(FormSchema::of).toList());
        };
    }

    private static Map<String, Object> properties(Form.Known known) {
        Map<String, Object> properties = new LinkedHashMap<>();
        known.fields().forEach((name, form) -> {
            Map<String, Object> schema = of(form);
            meaning(name).ifPresent(text -> schema.put("description", text));
            properties.put(name, schema);
        });
        return properties;
    }

    private static Optional<String> meaning(String name) {
        return Verb.of(name).map(Verb::meaning);
    }

    private static Map<String, Object> node(Object... namesAndValues) {
        Map<String, Object> node = new LinkedHashMap<>();
        List<Object> pairs = List.of(namesAndValues);
        for (int i = 0; i < pairs.size(); i += 2) {
            node.put(pairs.get(i).toString(), pairs.get(i + 1));
        }
        return node;
    }
}

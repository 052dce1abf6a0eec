package io.greenroom.live.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schema of scripts, made from the forms that the checks use. */
public final class ScriptSchema {
    private ScriptSchema() {}

    /** The schema as a tree of objects and lists. */
    public static Map<String, Object> tree(Grammar grammar) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        tree.put("title", "Greenroom session script");
        tree.putAll(FormSchema.of(grammar.script()));
        return tree;
    }
}

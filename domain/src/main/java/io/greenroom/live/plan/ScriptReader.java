package io.greenroom.live.plan;

import io.greenroom.live.plan.BadScript.Fault;
import io.greenroom.live.plan.Node.Field;
import io.greenroom.live.plan.Node.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads the text of a script into values with their places. YAML anchors, aliases and tags are refused, so a small text
 * cannot become a large one.
 */
final class ScriptReader {
    private static final int DEEPEST = 12;

    private final JsonParser parser;

    private ScriptReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The value of a text.
     *
     * @param json whether it is JSON; otherwise YAML
     * @throws BadScript when it does not follow its syntax
     */
    static Node read(String text, boolean json) {
        try (JsonParser parser = json
                ? new JsonFactory().createParser(ObjectReadContext.empty(), text)
                : new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            return new ScriptReader(parser).document();
        } catch (JacksonException malformed) {
            throw fault(place(malformed.getLocation()), reason(malformed));
        }
    }

    private static String reason(JacksonException malformed) {
        String message = String.valueOf(malformed.getOriginalMessage());
        return message.lines().findFirst().orElse("malformed");
    }

    private Node document() {
        if (parser.nextToken() == null) {
            throw fault(new Place(1, 1), "the script is empty");
        }
        Node root = value(1);
        if (parser.nextToken() != null) {
            throw fault(place(), "a script is one document");
        }
        return root;
    }

    private Node value(int depth) {
        Place place = place();
        if (depth > DEEPEST) {
            throw fault(place, "nested deeper than " + DEEPEST);
        }
        if (parser instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
            throw fault(place, "anchors, aliases and tags are not allowed");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Node.Fields(fields(depth), place);
            case START_ARRAY -> new Node.Items(items(depth), place);
            case VALUE_NULL -> new Node.Text("", place);
            default -> new Node.Text(parser.getString(), place);
        };
    }

    private List<Field> fields(int depth) {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place place = place();
            String name = parser.currentName();
            if (!names.add(name)) {
                throw fault(place, name + " is there twice");
            }
            parser.nextToken();
            fields.add(new Field(name, place, value(depth + 1)));
        }
        return fields;
    }

    private List<Node> items(int depth) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return items;
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(@Nullable TokenStreamLocation location) {
        return location == null
                ? new Place(1, 1)
                : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static BadScript fault(Place place, String message) {
        return new BadScript(List.of(new Fault(place.line(), place.column(), message)));
    }
}

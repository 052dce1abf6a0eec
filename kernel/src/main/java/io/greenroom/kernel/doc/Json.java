package io.greenroom.kernel.doc;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;

/** Documents as JSON text, read and written token by token. */
public final class Json {
    /** Maximum nesting depth of a request's objects and arrays. */
    public static final int DEPTH = 32;

    /**
     * Maximum number of tokens in a request. Each value and each name is one, and takes more memory than it has
     * characters.
     */
    private static final int MOST_TOKENS = 50_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** A bounded pool of buffers for the threads that run at once; Jackson's default pool slows down under load. */
    private static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newBoundedPool(64);

    /** Does not intern names: requests would share that table, and many names with one hash fill it until it fails. */
    private static final JsonFactory REQUESTS = JsonFactory.builder()
            .recyclerPool(BUFFERS)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(100)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();

    private static final JsonFactory OURS =
            JsonFactory.builder().recyclerPool(BUFFERS).build();
    private static final Schema ANY = Schema.anyObject();

    private Json() {}

    /** A text is not a JSON object; the message says why, in words for the caller. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Reads an object of a request.
     *
     * @throws Malformed when it is not a JSON object in UTF-8, repeats a key, is nested too deep or holds a value that
     *     cannot be stored
     */
    public static Doc readRequest(byte[] json) throws Malformed {
        try (JsonParser parser = REQUESTS.createParser(ObjectReadContext.empty(), text(json))) {
            return request(parser);
        } catch (JacksonException e) {
            throw new Malformed(reason(e));
        }
    }

    /** Decodes UTF-8 strictly: Jackson would guess UTF-16 and UTF-32, and accept invalid UTF-8. */
    private static String text(byte[] json) throws Malformed {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Malformed("");
        }
    }

    /** Reads any JSON value of a request, such as a field of a form. */
    public static Object readValue(String text) throws Malformed {
        try (JsonParser parser = REQUESTS.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = value(parser, ANY);
            if (parser.nextToken() != null) {
                throw new Malformed("something follows the value");
            }
            check(value);
            return value;
        } catch (JacksonException e) {
            throw new Malformed(reason(e));
        }
    }

    private static Doc request(JsonParser parser) throws Malformed {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Malformed("");
        }
        Doc doc = object(parser, ANY);
        if (parser.nextToken() != null) {
            throw new Malformed("something follows the object");
        }
        check(doc);
        return doc.freeze();
    }

    private static String reason(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return message.contains("depth")
                    ? "it is nested deeper than " + DEPTH
                    : message.contains("Token count") ? "it holds too many values" : "a value is too long";
        }
        return message.startsWith("Duplicate") ? message.replace("Object property", "key") : "";
    }

    /**
     * Rejects values that JSON can express but that cannot be stored: NUL, half a surrogate pair, a number outside the
     * range of doubles.
     */
    private static void check(Object value) throws Malformed {
        switch (value) {
            case Doc doc -> {
                for (String name : doc.names()) {
                    check(name);
                    check(Objects.requireNonNullElse(doc.get(name), Doc.NULL));
                }
            }
            case List<?> list -> {
                for (Object item : list) {
                    check(item);
                }
            }
            case String text
            when !Texts.isStorable(text) -> throw new Malformed("a text holds NUL or half a character");
            case Double number when number.isInfinite() -> throw new Malformed("a number is too large");
            default -> {}
        }
    }

    /** Reads an object that this class wrote, as a document of a schema. */
    public static Doc read(Schema schema, byte[] json) {
        return read(schema, OURS.createParser(ObjectReadContext.empty(), json));
    }

    public static Doc read(Schema schema, String json) {
        return read(schema, OURS.createParser(ObjectReadContext.empty(), json));
    }

    private static Doc read(Schema schema, JsonParser parser) {
        try (parser) {
            parser.nextToken();
            return object(parser, schema);
        }
    }

    private static Doc object(JsonParser parser, Schema schema) {
        Doc doc = new Doc(schema);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Schema field = schema.property(name).map(Property::schema).orElse(ANY);
            doc.set(name, value(parser, field));
        }
        return doc;
    }

    private static Object value(JsonParser parser, Schema schema) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "";
        }
        return switch (token) {
            case START_OBJECT -> object(parser, schema.type() == Schema.Type.OBJECT ? schema : ANY);
            case START_ARRAY -> array(parser, schema.type() == Schema.Type.ARRAY ? schema.items() : ANY);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Doc.NULL;
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> parser.getString();
        };
    }

    /** An integer; one beyond 64 bits becomes a double, which no integer field accepts. */
    private static Object whole(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) parser.getDoubleValue()
                : (Object) parser.getLongValue();
    }

    private static List<Object> array(JsonParser parser, Schema items) {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser, items));
        }
        return list;
    }

    /** The whole document including private fields, as the store keeps it. */
    public static String write(Doc doc) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = OURS.createGenerator(ObjectWriteContext.empty(), out)) {
            whole(doc, json);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * A document cut to a schema: without fields that the schema lacks and without private fields, and with the origin
     * in front of this server's paths.
     */
    public static byte[] write(Doc doc, Schema schema, String origin) {
        return doc.shaped(schema, origin, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream(512);
            try (JsonGenerator json = OURS.createGenerator(ObjectWriteContext.empty(), out)) {
                cut(doc, schema, origin, json);
            }
            return out.toByteArray();
        });
    }

    /** A list of documents, each cut to the same schema. */
    public static byte[] write(List<Doc> docs, Schema schema, String origin) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = OURS.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            docs.forEach(doc -> cut(doc, schema, origin, json));
            json.writeEndArray();
        }
        return out.toByteArray();
    }

    private static void cut(Doc doc, Schema schema, String origin, JsonGenerator json) {
        if (schema.open()) {
            open(doc, origin, json);
            return;
        }
        json.writeStartObject();
        for (Property property : schema.properties()) {
            Object value = property.confidential() || !doc.mayHold(property.name()) ? null : doc.get(property.name());
            if (value != null) {
                json.writeName(property.name());
                cutValue(value, property.schema(), origin, json);
            }
        }
        json.writeEndObject();
    }

    /** Writes an open document whole; nested documents with a schema are cut to theirs. */
    private static void open(Object value, String origin, JsonGenerator json) {
        switch (value) {
            case Doc doc when !doc.schema().open() -> cut(doc, doc.schema(), origin, json);
            case Doc doc -> {
                json.writeStartObject();
                doc.forEach((name, field) -> {
                    json.writeName(name);
                    open(field, origin, json);
                });
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(item -> open(item, origin, json));
                json.writeEndArray();
            }
            default -> whole(value, json);
        }
    }

    private static void cutValue(Object value, Schema schema, String origin, JsonGenerator json) {
        switch (value) {
            case Doc doc -> cut(doc, fits(schema, Schema.Type.OBJECT, value), origin, json);
            case List<?> list -> {
                Schema items = fits(schema, Schema.Type.ARRAY, value).items();
                json.writeStartArray();
                list.forEach(item -> cutValue(item, items, origin, json));
                json.writeEndArray();
            }
            case String text
            when schema.hasFormat("own-url") && text.startsWith("/") -> json.writeString(origin + text);
            case String text -> {
                fits(schema, Schema.Type.STRING, value);
                json.writeString(text);
            }
            case Long number -> {
                if (schema.type() != Schema.Type.NUMBER) {
                    fits(schema, Schema.Type.INTEGER, value);
                }
                json.writeNumber(number);
            }
            case Double number -> {
                fits(schema, Schema.Type.NUMBER, value);
                json.writeNumber(number);
            }
            case Boolean flag -> {
                fits(schema, Schema.Type.BOOLEAN, value);
                json.writeBoolean(flag);
            }
            default -> json.writeNull();
        }
    }

    private static Schema fits(Schema schema, Schema.Type type, Object value) {
        if (schema.type() != type) {
            throw new ContractViolation("The answer's " + schema + " does not hold " + value);
        }
        return schema;
    }

    private static void whole(Object value, JsonGenerator json) {
        switch (value) {
            case Doc doc -> {
                json.writeStartObject();
                doc.forEach((name, field) -> {
                    json.writeName(name);
                    whole(field, json);
                });
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(item -> whole(item, json));
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, field) -> {
                    json.writeName(name.toString());
                    whole(field, json);
                });
                json.writeEndObject();
            }
            case String text -> json.writeString(text);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> json.writeNull();
        }
    }
}

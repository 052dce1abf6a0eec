package io.greenroom.live.plan;

import java.util.List;
import java.util.Optional;

/** A value of a script and its place in the text. All scalars are texts: YAML would read {@code off} as false. */
public sealed interface Node {
    /** No value, for acts that need none. */
    static Node none() {
        return new Text("", new Place(0, 0));
    }

    Place place();

    /**
     * A place in the text of a script.
     *
     * @param line from 1
     * @param column from 1
     */
    record Place(int line, int column) {}

    /** A scalar. */
    record Text(String text, Place place) implements Node {}

    /** A list. */
    record Items(List<Node> items, Place place) implements Node {}

    /** An object. */
    record Fields(List<Field> fields, Place place) implements Node {

        public Optional<Node> find(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .findFirst();
        }
    }

    /**
     * A field of an object.
     *
     * @param place of its name
     */
    record Field(String name, Place place, Node value) {}

    /** The scalar below a name; empty if it is absent or of another kind. */
    default Optional<String> text(String name) {
        return this instanceof Fields fields
                ? fields.find(name).filter(Text.class::isInstance).map(Node::word)
                : Optional.empty();
    }

    /** The text of a scalar; empty for other values. */
    default String word() {
        return this instanceof Text scalar ? scalar.text() : "";
    }

    /** Whether the flag below a name is there and true. */
    default boolean isTrue(String name) {
        return text(name).filter(FormCheck::isTrue).isPresent();
    }

    /** The fields of an object; none for other values. */
    default List<Field> entries() {
        return this instanceof Fields fields ? fields.fields() : List.of();
    }

    /** The items of a list; another value is a list of one. */
    default List<Node> each() {
        return this instanceof Items list ? list.items() : List.of(this);
    }
}

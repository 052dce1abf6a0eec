package io.greenroom.kernel.store;

import io.greenroom.kernel.doc.ContractViolation;
import java.util.Optional;

/**
 * A position in a list, after one of its documents; the document may have been changed or deleted since. Immutable.
 *
 * @param value the document's value in the column that orders the list; empty if it has none, or if the list is ordered
 *     by position
 * @param position the document's position, 0 for the start of the list
 */
public record Cursor(Optional<Object> value, long position) {
    /** The start of any list. */
    public static final Cursor START = at(0);

    /** A cursor of a list that is ordered by position. */
    public static Cursor at(long position) {
        return new Cursor(Optional.empty(), position);
    }

    public boolean isStart() {
        return position == 0;
    }

    /** Writes the cursor as a text for {@link #parse}. */
    public String text() {
        return position + value.map(known -> kind(known) + known).orElse("");
    }

    private static String kind(Object value) {
        return switch (value) {
            case String text -> "s";
            case Long number -> "n";
            case Double number -> "d";
            case Boolean flag -> "b";
            default ->
                throw new ContractViolation(
                        "No list is ordered by a " + value.getClass().getName());
        };
    }

    /** Parses a cursor written by {@link #text}; empty if the text is not one. */
    public static Optional<Cursor> parse(String text) {
        int end = 0;
        while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
            end++;
        }
        try {
            long position = Long.parseLong(text.substring(0, end));
            return end == text.length()
                    ? Optional.of(at(position))
                    : value(text.charAt(end), text.substring(end + 1))
                            .map(value -> new Cursor(Optional.of(value), position));
        } catch (NumberFormatException notACursor) {
            return Optional.empty();
        }
    }

    private static Optional<Object> value(char kind, String text) {
        return switch (kind) {
            case 's' -> Optional.of(text);
            case 'n' -> Optional.of(Long.parseLong(text));
            case 'd' -> Optional.of(Double.parseDouble(text));
            case 'b' -> Optional.of(Boolean.parseBoolean(text));
            default -> Optional.empty();
        };
    }
}

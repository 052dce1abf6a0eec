package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.store.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * The order of a query's rows. The engines sort null values differently, so rows without a value are selected in a
 * second part, which uses the same index. Immutable.
 *
 * @param column the column to order by, empty to order by position
 * @param descending whether values and positions descend
 */
record Ordering(Optional<String> column, boolean descending) {
    static final Ordering OLDEST_FIRST = new Ordering(Optional.empty(), false);
    static final Ordering NEWEST_FIRST = new Ordering(Optional.empty(), true);

    /**
     * Rows that one statement selects in the order of an index.
     *
     * @param condition is added to the query's conditions; begins with AND, or is empty
     * @param values the condition's parameters
     * @param order the ORDER BY clause
     */
    record Part(String condition, List<Object> values, String order) {}

    /** The parts that follow a cursor, in order. */
    List<Part> parts(Cursor after) {
        if (column.isEmpty()) {
            return List.of(byPosition("", after));
        }
        Part without =
                byPosition(" AND " + column.get() + " IS NULL", after.value().isEmpty() ? after : Cursor.START);
        boolean passed = !after.isStart() && after.value().isEmpty();
        return passed ? List.of(without) : List.of(byValue(column.get(), after), without);
    }

    private Part byPosition(String condition, Cursor after) {
        String order = " ORDER BY seq" + direction();
        return after.isStart()
                ? new Part(condition, List.of(), order)
                : new Part(condition + " AND seq" + beyond() + "?", List.of(after.position()), order);
    }

    private Part byValue(String name, Cursor after) {
        String order = " ORDER BY " + name + direction() + ", seq" + direction();
        return after.value()
                .map(value -> new Part(
                        " AND (" + name + ", seq)" + beyond() + "(?, ?)", List.of(value, after.position()), order))
                .orElseGet(() -> new Part(" AND " + name + " IS NOT NULL", List.of(), order));
    }

    private String direction() {
        return descending ? " DESC" : "";
    }

    private String beyond() {
        return descending ? " < " : " > ";
    }
}

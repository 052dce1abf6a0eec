package io.greenroom.kernel.store.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pending changes of kept totals. Used by one thread at a time. */
public final class Totals {
    private static final String ADD = "INSERT INTO totals (account, name, number) VALUES ";
    private static final String SUM =
            " ON CONFLICT (account, name) DO UPDATE SET number = totals.number + excluded.number";
    private static final String READ = "SELECT number FROM totals WHERE account = ? AND name = ?";

    private final Map<Total, Long> added = new LinkedHashMap<>();

    /**
     * One kept total.
     *
     * @param account whose documents it counts
     * @param name the table, the columns and their values
     */
    public record Total(String account, String name) {}

    void add(Total total, long number) {
        added.merge(total, number, Long::sum);
    }

    /** Adds the changes of another instance. */
    public void addAll(Totals others) {
        others.added.forEach(this::add);
    }

    /** The pending change of one total. */
    public long of(Total total) {
        return added.getOrDefault(total, 0L);
    }

    /** Writes all changes to the database. */
    public void write(Session session) {
        List<List<Object>> rows = new ArrayList<>();
        added.forEach((total, number) -> {
            if (number != 0) {
                rows.add(List.of(total.account(), total.name(), number));
            }
        });
        session.add(ADD, "(?, ?, ?)", SUM, rows);
        added.clear();
    }

    static long read(Session session, Total total) {
        return session.first(READ, row -> row.getLong(1), total.account(), total.name())
                .orElse(0L);
    }
}

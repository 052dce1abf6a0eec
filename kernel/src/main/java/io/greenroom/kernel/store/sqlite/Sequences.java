package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.store.sql.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The next sequence numbers of tables. Only one thread writes, so it can count them itself, which is cheaper than
 * asking the database. Used by the writer's thread.
 */
final class Sequences {
    private static final String LAST = "SELECT seq FROM sqlite_sequence WHERE name = ?";

    private final Map<String, Long> last = new HashMap<>();

    long next(Session session, String table) {
        long next = last.getOrDefault(table, 0L) + 1;
        if (next == 1) {
            next = session.first(LAST, row -> row.getLong(1), table).orElse(0L) + 1;
        }
        last.put(table, next);
        return next;
    }

    /** Forgets the numbers of tables in which the database has assigned numbers itself. */
    void forget(Set<String> tables) {
        last.keySet().removeAll(tables);
    }
}

package io.greenroom.kernel.store.sql;

import java.sql.SQLException;
import java.util.Map;

/** Where the engines' SQL differs. Threads may share it. */
public interface Dialect {

    /** How messages call the database; it tells no secret. */
    String database();

    /** What the migrations' placeholders stand for. */
    Map<String, String> placeholders();

    /** How a statement takes a document. */
    String json();

    /** What a database's complaint means to us: storage that cannot be used, a race that was lost, or a breach. */
    RuntimeException fault(SQLException complaint, String statement);
}

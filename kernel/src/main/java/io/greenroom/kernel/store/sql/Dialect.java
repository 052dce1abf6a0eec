package io.greenroom.kernel.store.sql;

import java.sql.SQLException;
import java.util.Map;

/** The differences between the engines' SQL. Threads may share it. */
public interface Dialect {

    /** The database's name in messages, without secrets. */
    String database();

    /** The values of the placeholders in migrations. */
    Map<String, String> placeholders();

    /** The SQL expression for a document parameter. */
    String json();

    /** Translates a database error: storage unavailable, a lost race, or a violation of our own. */
    RuntimeException fault(SQLException complaint, String statement);
}

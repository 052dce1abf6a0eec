package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with its prepared statements. Used by one thread at a time. After a {@link StoreUnavailable} it throws
 * the same again until {@link #reset}: earlier changes of the unit may be lost already, so it must not continue.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int STATEMENTS = 250;
    private static final int ROWS_AT_ONCE = 8;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private @Nullable StoreUnavailable failure;

    /** Reads a value from a row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    public Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, Row<T> reader, Object... values) {
        return run(sql, values, statement -> {
            List<T> answers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    answers.add(reader.read(row));
                }
            }
            return answers;
        });
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, Row<T> reader, Object... values) {
        return run(sql, values, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        });
    }

    /** The number in the first row of a query that always has one. */
    public long number(String sql, Object... values) {
        return first(sql, row -> row.getLong(1), values).orElseThrow(() -> new ContractViolation("No row for " + sql));
    }

    /** Changes rows and returns how many. */
    public int change(String sql, Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /**
     * Inserts rows, several with each statement: {@code insert}, then {@code row} for each of them, then {@code rest}.
     */
    void add(String insert, String row, String rest, List<List<Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<List<Object>> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            change(
                    insert + row + (", " + row).repeat(some.size() - 1) + rest,
                    some.stream().flatMap(List::stream).toArray());
        }
    }

    /** Runs a command such as COMMIT. */
    public void command(String sql) {
        run(sql, new Object[0], PreparedStatement::execute);
    }

    /** Runs a command that is not used again. */
    void once(String sql) {
        command(sql);
        drop(sql);
    }

    /** Commits on a connection that always has an open transaction. */
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException complaint) {
            throw dialect.fault(complaint, "commit");
        }
    }

    private <T> T run(String sql, Object[] values, Use<T> use) {
        if (failure != null) {
            throw new StoreUnavailable(String.valueOf(failure.getMessage()), failure);
        }
        try {
            PreparedStatement statement = statement(sql);
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return use.of(statement);
        } catch (SQLException complaint) {
            drop(sql); // SQLite's driver finalizes some of the statements that fail; none of them is used again.
            RuntimeException fault = dialect.fault(complaint, sql);
            if (fault instanceof StoreUnavailable unavailable) {
                failure = unavailable;
            }
            throw fault;
        }
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        if (statements.size() == STATEMENTS) {
            var oldest = statements.entrySet().iterator();
            oldest.next().getValue().close();
            oldest.remove();
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        statements.put(sql, statement);
        return statement;
    }

    private void drop(String sql) {
        PreparedStatement statement = statements.remove(sql);
        if (statement != null) {
            try {
                statement.close();
            } catch (SQLException complaint) {
                LOG.debug("A statement cannot be closed", complaint);
            }
        }
    }

    private static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        switch (value) {
            case String text -> statement.setString(place, text);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setLong(place, number);
            case Boolean flag -> statement.setBoolean(place, flag);
            case Double number -> statement.setDouble(place, number);
            case Instant instant -> statement.setString(place, instant.toString());
            default ->
                throw new ContractViolation(
                        "No column holds " + value.getClass().getName());
        }
    }

    /** The failure that made storage unavailable since the last reset. */
    public Optional<StoreUnavailable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Makes the connection usable again. */
    public void reset() {
        failure = null;
    }

    /** Closes the statements and the connection. */
    @Override
    public void close() {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            statements.clear();
            connection.close();
        } catch (SQLException complaint) {
            throw dialect.fault(complaint, "close");
        }
    }
}

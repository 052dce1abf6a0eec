package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.sql.Dialect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The SQL of SQLite. */
final class SqliteDialect implements Dialect {
    private static final Set<SQLiteErrorCode> UNAVAILABLE = Set.of(
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_NOMEM,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_INTERRUPT,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CORRUPT,
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_PROTOCOL,
            SQLiteErrorCode.SQLITE_PERM,
            SQLiteErrorCode.SQLITE_AUTH,
            SQLiteErrorCode.SQLITE_NOTADB);
    private static final int PRIMARY_CODE = 0xff;

    private final Path file;

    SqliteDialect(Path file) {
        this.file = file;
    }

    @Override
    public String database() {
        return file.toString();
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("sequence", "INTEGER PRIMARY KEY AUTOINCREMENT", "json", "TEXT", "text", "TEXT");
    }

    @Override
    public String json() {
        return "?";
    }

    @Override
    public RuntimeException fault(SQLException complaint, String statement) {
        boolean unavailable = complaint instanceof SQLiteException known
                && UNAVAILABLE.contains(SQLiteErrorCode.getErrorCode(known.getResultCode().code & PRIMARY_CODE));
        return unavailable
                ? new StoreUnavailable(
                        "The database " + database() + " cannot be used: " + complaint.getMessage(), complaint)
                : new ContractViolation(complaint.getMessage() + " in " + statement, complaint);
    }
}

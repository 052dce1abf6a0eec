package io.greenroom.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the database that a killed process has left: it is sound, every promised user exists, and each user has
 * exactly what a complete creation leaves: one event in the outbox and one due time for the invitation.
 */
final class DatabaseInspector {
    private static final String EMAILS = "SELECT doc->>'email' FROM users WHERE status = 'pending'";
    private static final String USERS = "SELECT key FROM users WHERE status = 'pending'";
    private static final String EVENTS = "SELECT body->>'$.payload.object.id' FROM outbox"
            + " WHERE name = 'user.created' AND body->>'$.payload.creation_type' = 'create'";
    private static final String DUES = "SELECT subject FROM due";

    private DatabaseInspector() {}

    static Inspection inspect(Path database, Set<String> promised) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            Set<String> found = texts(statement, "PRAGMA quick_check", faults);
            if (!found.equals(Set.of("ok"))) {
                faults.add("the database is damaged: " + found);
            }
            Set<String> emails = texts(statement, EMAILS, faults);
            promised.stream().filter(email -> !emails.contains(email)).forEach(email -> faults.add(email + " is lost"));
            Set<String> users = texts(statement, USERS, faults);
            compare(users, texts(statement, EVENTS, faults), "events", faults);
            compare(users, texts(statement, DUES, faults), "due times", faults);
            return new Inspection(users.size(), faults);
        }
    }

    private static void compare(Set<String> users, Set<String> others, String what, List<String> faults) {
        if (!users.equals(others)) {
            faults.add(users.size() + " users and the " + what + " of " + others.size());
        }
    }

    /** The first column, whose values must be unique. */
    private static Set<String> texts(Statement statement, String sql, List<String> faults) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (!texts.add(rows.getString(1))) {
                    faults.add(rows.getString(1) + " comes twice in " + sql);
                }
            }
        }
        return texts;
    }
}

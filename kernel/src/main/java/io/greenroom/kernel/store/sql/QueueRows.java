package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.OutboxEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of the outbox and of scheduled work. */
public final class QueueRows {
    private static final String EVENT = "SELECT seq, account, name, happened_micros, body FROM outbox";
    private static final String DUE = "SELECT account, kind, subject, at_micros FROM due";

    private static final String ADD = "INSERT INTO outbox (account, name, happened_micros, body, delivered) VALUES ";

    private static final String FORGET = "DELETE FROM outbox WHERE account = ? AND delivered = TRUE"
            + " AND (happened_micros < ? OR seq <= COALESCE("
            + "(SELECT seq FROM outbox WHERE account = ? ORDER BY seq DESC LIMIT 1 OFFSET ?), 0))";

    private static final String LATER = "INSERT INTO due (account, kind, subject, at_micros) VALUES ";
    private static final String MOVED =
            " ON CONFLICT (account, kind, subject) DO UPDATE SET at_micros = excluded.at_micros";

    private QueueRows() {}

    /** Adds events to the outbox. */
    static void announce(Session session, List<OutboxEvent> events) {
        List<List<Object>> rows = new ArrayList<>(events.size());
        events.forEach(event -> rows.add(List.of(event.account(), event.name(), micros(event.at()), event.body())));
        session.add(ADD, "(?, ?, ?, ?, FALSE)", "", rows);
    }

    /** The oldest undelivered events; {@code suffix} may lock them. */
    public static List<OutboxEvent> waiting(Session session, int most, String suffix) {
        return session.list(EVENT + " WHERE delivered = FALSE ORDER BY seq LIMIT ?" + suffix, QueueRows::event, most);
    }

    /** Marks one event as delivered. */
    public static int delivered(Session session, OutboxEvent event) {
        return session.change(
                "UPDATE outbox SET delivered = TRUE WHERE seq = ? AND delivered = FALSE", event.sequence());
    }

    /** Marks an event and all earlier ones as delivered. */
    public static int deliveredUpTo(Session session, OutboxEvent last) {
        return session.change(
                "UPDATE outbox SET delivered = TRUE WHERE seq <= ? AND delivered = FALSE", last.sequence());
    }

    public static long undelivered(Session session) {
        return session.number("SELECT COUNT(*) FROM outbox WHERE delivered = FALSE");
    }

    public static List<OutboxEvent> events(Session session, String account, long after, int most) {
        return session.list(
                EVENT + " WHERE account = ? AND seq > ? ORDER BY seq LIMIT ?", QueueRows::event, account, after, most);
    }

    public static long lastSequence(Session session, String account) {
        return session.number("SELECT COALESCE(MAX(seq), 0) FROM outbox WHERE account = ?", account);
    }

    public static long count(Session session, String account, long after, long upTo) {
        return session.number(
                "SELECT COUNT(*) FROM outbox WHERE account = ? AND seq > ? AND seq <= ?", account, after, upTo);
    }

    public static int forgetDelivered(Session session, String account, Instant before, int most) {
        return session.change(FORGET, account, micros(before), account, most);
    }

    /** Inserts scheduled work, or moves it when it exists. */
    static void schedule(Session session, Collection<Due> dues) {
        List<List<Object>> rows = new ArrayList<>(dues.size());
        dues.forEach(due -> rows.add(List.of(due.account(), due.kind(), due.subject(), micros(due.at()))));
        session.add(LATER, "(?, ?, ?, ?)", MOVED, rows);
    }

    static int cancel(Session session, String account, String kind, String subject) {
        return session.change("DELETE FROM due WHERE account = ? AND kind = ? AND subject = ?", account, kind, subject);
    }

    static boolean take(Session session, Due due) {
        return session.change(
                        "DELETE FROM due WHERE account = ? AND kind = ? AND subject = ? AND at_micros = ?",
                        due.account(),
                        due.kind(),
                        due.subject(),
                        micros(due.at()))
                > 0;
    }

    /** Deletes the events and the scheduled work of an account. */
    static int forget(Session session, String account) {
        return session.change("DELETE FROM outbox WHERE account = ?", account)
                + session.change("DELETE FROM due WHERE account = ?", account);
    }

    public static Optional<Due> nextDue(Session session, String account, Instant by) {
        return session.first(
                DUE + " WHERE account = ? AND at_micros <= ? ORDER BY at_micros, seq LIMIT 1",
                QueueRows::due,
                account,
                micros(by));
    }

    public static List<String> accountsWithDue(Session session) {
        return session.list("SELECT DISTINCT account FROM due ORDER BY account", row -> row.getString(1));
    }

    private static OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getLong(1), row.getString(2), row.getString(3), instant(row.getLong(4)), row.getString(5));
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(row.getString(1), row.getString(2), row.getString(3), instant(row.getLong(4)));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

package io.greenroom.kernel.store.sql;

/** Checks whether a database can be read and written. */
public final class Probe {
    private static final String READ = "SELECT COUNT(*) FROM checks";
    private static final String WRITE = "INSERT INTO checks (name, number) VALUES ('write', 1)"
            + " ON CONFLICT (name) DO UPDATE SET number = checks.number + 1";

    private Probe() {}

    public static long read(Session session) {
        return session.number(READ);
    }

    public static int write(Session session) {
        return session.change(WRITE);
    }
}

package io.greenroom.kernel.store.sql;

/** Finds out whether a database can be read and written. */
public final class Probe {
    private static final String READ = "SELECT COUNT(*) FROM greenroom";
    private static final String WRITE = "INSERT INTO greenroom (name, value) VALUES ('checks', '1')"
            + " ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(greenroom.value AS BIGINT) + 1 AS TEXT)";

    private Probe() {}

    public static long read(Session session) {
        return session.number(READ);
    }

    public static int write(Session session) {
        return session.change(WRITE);
    }
}

package io.greenroom.kernel.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL that comes with the build, or the one that {@code GREENROOM_TEST_POSTGRES_URL} names. */
public final class TestPostgres implements AutoCloseable {
    private final Optional<EmbeddedPostgres> own;
    private final String url;
    private final List<String> schemas = new ArrayList<>();

    private TestPostgres(Optional<EmbeddedPostgres> own, String url) {
        this.own = own;
        this.url = url;
    }

    public static TestPostgres start() {
        String given = System.getenv("GREENROOM_TEST_POSTGRES_URL");
        if (given != null) {
            return new TestPostgres(Optional.empty(), given);
        }
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            return new TestPostgres(Optional.of(started), started.getJdbcUrl("postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it came with the build. */
    boolean isOwn() {
        return own.isPresent();
    }

    /** Creates an empty schema, and returns its URL. */
    public String schema() {
        String name = "suite_" + ProcessHandle.current().pid() + "_" + schemas.size();
        run("CREATE SCHEMA " + name);
        schemas.add(name);
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    void run(String sql) {
        run(url, sql);
    }

    static void run(String url, String sql) {
        try (Connection connection =
                        Pools.source(Address.read(url).orElseThrow(), 0).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        schemas.forEach(name -> run("DROP SCHEMA " + name + " CASCADE"));
        own.ifPresent(server -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

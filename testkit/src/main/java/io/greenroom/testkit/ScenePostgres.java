package io.greenroom.testkit;

import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.postgres.PostgresStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One PostgreSQL schema for each thread, which its scenes use in turn, in the database of the build or the one in
 * {@code GREENROOM_TEST_POSTGRES_URL}. The tables are emptied for each scene, because creating them takes longer than
 * most tests.
 */
final class ScenePostgres implements SceneStores {
    private final Optional<EmbeddedPostgres> own;
    private final String url;
    private final Map<Thread, String> schemas = new ConcurrentHashMap<>();

    private ScenePostgres(Optional<EmbeddedPostgres> own, String url) {
        this.own = own;
        this.url = url;
    }

    static ScenePostgres start() {
        String given = System.getenv("GREENROOM_TEST_POSTGRES_URL");
        return given == null ? embedded() : new ScenePostgres(Optional.empty(), given);
    }

    private static ScenePostgres embedded() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            return new ScenePostgres(
                    Optional.of(started), "postgresql://postgres@localhost:" + started.getPort() + "/postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Store open(Path folder, StoreSetup setup) {
        String schema = schemas.computeIfAbsent(Thread.currentThread(), this::create);
        run(emptying(schema));
        return PostgresStore.open(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema, setup);
    }

    private String create(Thread thread) {
        String schema = "scenes_" + ProcessHandle.current().pid() + "_" + thread.threadId();
        run("CREATE SCHEMA " + schema);
        return schema;
    }

    private void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connects without the user in the URL, where the driver does not accept it. */
    private Connection connect() throws SQLException {
        URI address = URI.create(url);
        String[] user = Objects.requireNonNullElse(address.getUserInfo(), "").split(":", 2);
        Properties properties = new Properties();
        properties.setProperty("user", user[0]);
        properties.setProperty("password", user.length == 2 ? user[1] : "");
        String parameters = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath() + parameters,
                properties);
    }

    @Override
    public void close() {
        schemas.values().forEach(schema -> run("DROP SCHEMA " + schema + " CASCADE"));
        own.ifPresent(server -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The statement that deletes the rows of all tables of a schema. */
    private static String emptying(String schema) {
        return """
                DO $$ DECLARE kept RECORD; BEGIN
                  FOR kept IN SELECT tablename FROM pg_tables
                      WHERE schemaname = '%1$s' AND tablename NOT IN ('migrations', 'counted') LOOP
                    EXECUTE 'DELETE FROM %1$s.' || kept.tablename;
                  END LOOP;
                END $$"""
                .formatted(schema);
    }
}

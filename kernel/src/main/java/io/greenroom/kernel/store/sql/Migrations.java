package io.greenroom.kernel.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the newest bundled migration. Flyway takes a while to load, so it is not touched when the database
 * says that it was last brought up with the same files.
 */
public final class Migrations {
    private static final String FOLDER = "migrations";
    private static final String SUFFIX = ".sql";
    private static final String KNOWN = "SELECT value FROM greenroom WHERE name = 'migrations'";
    private static final String REMEMBER = "INSERT INTO greenroom (name, value) VALUES ('migrations', ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private Migrations() {}

    /**
     * Brings a database up.
     *
     * @param exists whether the kernel's tables are there at all
     * @param session a connection outside any transaction
     * @param source gives Flyway its own
     */
    public static void apply(boolean exists, Session session, Dialect dialect, Supplier<DataSource> source) {
        String bundled = bundled();
        boolean done = exists
                && session.first(KNOWN, row -> row.getString(1))
                        .filter(bundled::equals)
                        .isPresent();
        if (!done) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source.get())
                    .locations("classpath:" + FOLDER)
                    .placeholders(dialect.placeholders())
                    .loggers("slf4j")
                    .group(true)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
            session.change(REMEMBER, bundled);
        }
    }

    /** The bundled files and their checksums. */
    private static String bundled() {
        Map<String, Long> files = new TreeMap<>();
        try {
            for (URL folder : Collections.list(Migrations.class.getClassLoader().getResources(FOLDER))) {
                if (folder.openConnection() instanceof JarURLConnection jar) {
                    jar.getJarFile().stream()
                            .filter(entry -> entry.getName().startsWith(FOLDER + "/"))
                            .filter(entry -> entry.getName().endsWith(SUFFIX))
                            .forEach(
                                    entry -> files.put(entry.getName().substring(FOLDER.length() + 1), entry.getCrc()));
                } else {
                    addFolder(Path.of(folder.toURI()), files);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files.toString();
    }

    private static void addFolder(Path folder, Map<String, Long> files) throws IOException {
        try (var paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(SUFFIX)).toList()) {
                CRC32 sum = new CRC32();
                sum.update(Files.readAllBytes(path));
                files.put(path.getFileName().toString(), sum.getValue());
            }
        }
    }
}

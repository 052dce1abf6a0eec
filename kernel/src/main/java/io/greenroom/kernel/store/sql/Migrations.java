package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the bundled migrations, once each, in order of their numbers. The database records names and checksums: a
 * file that was edited after it was applied, or that only a newer Greenroom has, stops the start.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String FOLDER = "migrations/";
    private static final Pattern NAME = Pattern.compile("(V\\d{4})__[a-z0-9_]+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern END = Pattern.compile(";\\s*(\\n|$)");

    private final Session session;
    private final Dialect dialect;
    private final ClassLoader loader = Migrations.class.getClassLoader();

    private Migrations(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    /**
     * Applies the missing migrations.
     *
     * @param session in a transaction that excludes other processes
     */
    public static void apply(Session session, Dialect dialect) {
        new Migrations(session, dialect).apply();
    }

    private void apply() {
        session.once("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, checksum BIGINT NOT NULL)");
        Map<String, Long> applied = session
                .list("SELECT name, checksum FROM migrations", row -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        SortedMap<String, Long> bundled = bundled();
        for (String name : applied.keySet()) {
            if (!bundled.containsKey(name)) {
                throw unfit("was made by a newer Greenroom: it has " + name);
            }
        }
        bundled.forEach((name, checksum) -> {
            Long known = applied.get(name);
            if (known == null) {
                run(name);
                session.change("INSERT INTO migrations (name, checksum) VALUES (?, ?)", name, checksum);
            } else if (!known.equals(checksum)) {
                throw unfit("has another " + name + " than this Greenroom");
            }
        });
    }

    private StoreUnavailable unfit(String why) {
        return new StoreUnavailable("The database " + dialect.database() + " " + why);
    }

    private void run(String name) {
        LOG.debug("Applying {}", name);
        String sql = COMMENT.matcher(text(name)).replaceAll("");
        for (Map.Entry<String, String> placeholder : dialect.placeholders().entrySet()) {
            sql = sql.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        try {
            END.splitAsStream(sql).filter(statement -> !statement.isBlank()).forEach(session::once);
        } catch (ContractViolation refused) {
            String complaint =
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
            throw new StoreUnavailable(
                    "The database " + dialect.database() + " does not take " + name + ": " + complaint, refused);
        }
    }

    private String text(String name) {
        try (InputStream file = loader.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new NoSuchElementException(name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checksums of the bundled files by name; a jar's directory has them without reading the files. */
    private SortedMap<String, Long> bundled() {
        SortedMap<String, Long> files = new TreeMap<>();
        Map<String, String> numbers = new HashMap<>();
        try {
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                folder(folder).forEach((name, checksum) -> {
                    var parts = NAME.matcher(name);
                    if (!parts.matches()) {
                        throw new ContractViolation("A migration is named V0123__group.sql, not " + name);
                    }
                    String other = numbers.put(parts.group(1), name);
                    if (other != null) {
                        throw new ContractViolation("Two migrations have the same number: " + other + " and " + name);
                    }
                    files.put(name, checksum);
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private static Map<String, Long> folder(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER)
                            && entry.getName().endsWith(".sql"))
                    .collect(Collectors.toMap(
                            entry -> entry.getName().substring(FOLDER.length()), entry -> entry.getCrc()));
        }
        Map<String, Long> files = new HashMap<>();
        try (var paths = Files.list(Path.of(folder.toURI()))) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".sql")).toList()) {
                CRC32 sum = new CRC32();
                sum.update(Files.readAllBytes(path));
                files.put(path.getFileName().toString(), sum.getValue());
            }
        }
        return files;
    }
}

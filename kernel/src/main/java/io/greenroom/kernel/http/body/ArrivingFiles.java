package io.greenroom.kernel.http.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Files that are being written. The writer of a file removes it; files that a killed process has left are known by
 * their name.
 */
public final class ArrivingFiles {
    private static final String PREFIX = "arriving-";
    private static final String SUFFIX = ".part";

    /** Beside those of today, the names that they had before. */
    private static final Pattern NAMES = Pattern.compile("(arriving-?|upload-)[0-9]+\\.part");

    private ArrivingFiles() {}

    /** An empty file with a name of its own. */
    public static Path create(Path folder) throws IOException {
        return Files.createTempFile(folder, PREFIX, SUFFIX);
    }

    /** Removes those that have not been written to since then, and nothing else. */
    public static void removeStale(Path folder, Instant since) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ArrivingFiles::isOne)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be swept", e);
        }
    }

    private static boolean isOne(Path file) {
        return NAMES.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
    }
}

package io.greenroom.server;

import io.greenroom.kernel.http.body.ArrivingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder for all files: a named one, or a temporary one. Closing it removes a temporary one.
 *
 * @param folder its path
 * @param temporary whether it is removed with the process
 */
record Home(Path folder, boolean temporary) implements AutoCloseable {

    /** Creates the folder when missing and checks that it can be written. */
    static Home open(Optional<Path> named) {
        try {
            return named.isEmpty()
                    ? new Home(Files.createTempDirectory("greenroom-"), true)
                    : new Home(
                            writable(Files.createDirectories(
                                    named.get().toAbsolutePath().normalize())),
                            false);
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder " + named.map(Path::toString).orElse("for temporary files") + " cannot be made: "
                            + reason(e),
                    e);
        }
    }

    private static Path writable(Path folder) {
        if (!Files.isWritable(folder)) {
            throw new CannotStart("The folder " + folder + " may not be written.");
        }
        return folder;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException fault -> fault.getFile() + " is a file";
            case AccessDeniedException fault -> fault.getFile() + " may not be written";
            case FileSystemException fault when fault.getReason() != null -> fault.getReason();
            case FileSystemException fault -> fault.getFile() + " cannot be made";
            default -> e.toString();
        };
    }

    Path media() {
        return folder.resolve("media");
    }

    /** The folder of incoming uploads. */
    Path uploads() {
        return folder.resolve("uploads");
    }

    /** Removes incomplete files of former processes that are older than an instant. */
    void removeStale(Instant since) {
        ArrivingFiles.removeStale(uploads(), since);
        ArrivingFiles.removeStale(media(), since);
    }

    @Override
    public void close() {
        if (temporary) {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

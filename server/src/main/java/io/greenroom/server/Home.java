package io.greenroom.server;

import io.greenroom.kernel.http.body.ArrivingFiles;
import io.greenroom.kernel.store.PrivateFiles;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder for all files: a named one, or a temporary one. Closing it removes a temporary one.
 *
 * @param folder its path
 * @param temporary whether it is removed with the process
 */
record Home(Path folder, boolean temporary) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Home.class);
    private static final String MEDIA = "media";
    private static final String UPLOADS = "uploads";
    private static final Pattern OWN = Pattern.compile("greenroom\\..*|" + MEDIA + "|" + UPLOADS);

    /**
     * Creates the folder when missing and checks that this process can write to it and other users cannot read it.
     *
     * @param strict whether to refuse a folder that other users may read; else their permissions are removed
     */
    static Home open(Optional<Path> named, boolean strict) {
        try {
            return named.isEmpty()
                    ? new Home(Files.createTempDirectory("greenroom-"), true)
                    : new Home(named(named.get().toAbsolutePath().normalize(), strict), false);
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder " + named.map(Path::toString).orElse("for temporary files") + " cannot be made: "
                            + reason(e),
                    e);
        }
    }

    private static Path named(Path folder, boolean strict) throws IOException {
        PrivateFiles.createFolder(folder);
        if (!Files.isWritable(folder)) {
            throw new CannotStart("The folder " + folder + " may not be written.");
        }
        if (PrivateFiles.isOpenToOthers(folder)) {
            if (strict) {
                throw new CannotStart("Other users of this machine may read the folder " + folder
                        + ", which will hold keys and passwords. Run chmod 700 on it, or name a new folder below it.");
            }
            makePrivate(folder);
        }
        return folder;
    }

    /** Removes the permissions of others, unless other programs use the folder as well. */
    private static void makePrivate(Path folder) throws IOException {
        boolean shared;
        try (Stream<Path> files = Files.list(folder)) {
            shared = files.anyMatch(
                    file -> !OWN.matcher(file.getFileName().toString()).matches());
        }
        for (String own : List.of(MEDIA, UPLOADS)) {
            PrivateFiles.tighten(folder.resolve(own));
        }
        if (shared || !PrivateFiles.tighten(folder)) {
            LOG.warn("Other users of this machine may look into the folder {}; its files are private", folder);
        }
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
        return folder.resolve(MEDIA);
    }

    /** The folder of incoming uploads. */
    Path uploads() {
        return folder.resolve(UPLOADS);
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

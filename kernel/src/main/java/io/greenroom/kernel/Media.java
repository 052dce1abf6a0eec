package io.greenroom.kernel;

import io.greenroom.kernel.http.body.ArrivingFiles;
import io.greenroom.kernel.store.PrivateFiles;
import io.greenroom.kernel.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Files that belong to documents: pictures, backgrounds. Names are never reused. A file is stored before the unit that
 * names it commits; if that unit fails, the file is an orphan without a name in any document. Threads may share it.
 */
public final class Media {
    /** The kind of due time at which a file is removed; its subject is the file's name. */
    static final String FORGET = "media-forget";

    private final Path folder;

    public Media(Path folder) {
        this.folder = folder;
    }

    /** Stores a copy of a file under a name of letters, digits, {@code -}, {@code _} and {@code .}. */
    public void keep(String name, Path source) {
        try {
            PrivateFiles.createFolder(folder);
            Path arriving = ArrivingFiles.create(folder);
            try {
                Files.copy(source, arriving, StandardCopyOption.REPLACE_EXISTING);
                PrivateFiles.tighten(arriving);
                Files.move(arriving, place(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("The file " + name + " cannot be kept: " + e, e);
        }
    }

    /** The file with a name, if it exists. */
    public Optional<Path> find(String name) {
        return name.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9]+)?")
                ? Optional.of(place(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(place(name));
        } catch (IOException e) {
            throw new StoreUnavailable("The file " + name + " cannot be removed: " + e, e);
        }
    }

    private Path place(String name) {
        return folder.resolve(name);
    }
}

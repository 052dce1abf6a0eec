package io.greenroom.kernel.http.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file that an answer sends, whole or in ranges. Threads may share it. */
@FunctionalInterface
public interface FileContent {

    /** Opens the file, once for each answer. */
    OpenedFile open() throws IOException;

    /** A file on the disk. */
    static FileContent of(Path path) {
        return () -> FileOnDisk.open(path);
    }

    /** A file in memory. The array is not copied and must not change. */
    static FileContent of(byte[] bytes) {
        return () -> new FileInMemory(bytes);
    }
}

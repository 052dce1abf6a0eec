package io.greenroom.kernel.http.file;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** An opened file. Its length and validators stay as they were when it was opened. Used by one thread. */
public interface OpenedFile extends Closeable {

    /** The length in bytes. */
    long length();

    /**
     * The strong entity tag with its quotation marks. It differs between two contents of the same file, and holds
     * letters, digits and hyphens only.
     */
    String entityTag();

    /** When the file was last modified; empty if unknown. */
    Optional<Instant> modified();

    /**
     * Reads bytes from a position of the file to the beginning of the array.
     *
     * @param most bytes to read, at least 1
     * @return the number of bytes read, at least 1; -1 at the end of the file
     */
    int read(long position, byte[] target, int most) throws IOException;
}

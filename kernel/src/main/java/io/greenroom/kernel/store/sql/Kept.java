package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/** What is known of a row without asking the database. Immutable; threads may share it. */
public final class Kept {
    private static final int OVERHEAD = 400;

    /** There is no such row. */
    public static final Kept GONE = new Kept(Optional.empty(), OVERHEAD);

    /** Nothing is known; only the database can tell. */
    public static final Kept UNKNOWN = new Kept(Optional.empty(), OVERHEAD);

    private final Optional<Doc> document;
    private final int weight;

    private Kept(Optional<Doc> document, int weight) {
        this.document = document;
        this.weight = weight;
    }

    /** A document whose JSON has that length. Parsed, and with its shaped bytes, it takes several times as much. */
    public static Kept of(Doc document, int jsonLength) {
        return new Kept(Optional.of(document), OVERHEAD + 4 * jsonLength);
    }

    /** Whether anything is known. */
    public boolean known() {
        return this != UNKNOWN;
    }

    /** The document, empty when there is none or nothing is known. */
    public Optional<Doc> document() {
        return document;
    }

    /** About how many bytes it takes. */
    public int weight() {
        return weight;
    }

    /** Whether this is the document of that very row, as it was written then. */
    boolean is(long position, long version) {
        return document.isPresent()
                && document.get().position() == position
                && document.get().version() == version;
    }
}

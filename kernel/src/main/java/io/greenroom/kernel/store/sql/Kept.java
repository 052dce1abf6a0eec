package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/** What the cache knows about a row. Immutable; threads may share it. */
public final class Kept {
    private static final int OVERHEAD = 400;

    /** The row does not exist. */
    public static final Kept GONE = new Kept(Optional.empty(), OVERHEAD);

    /** The cache does not know; only the database can say. */
    public static final Kept UNKNOWN = new Kept(Optional.empty(), OVERHEAD);

    private final Optional<Doc> document;
    private final int weight;

    private Kept(Optional<Doc> document, int weight) {
        this.document = document;
        this.weight = weight;
    }

    /** A document with JSON of this length. Parsed, with its shaped bytes, it takes several times as much memory. */
    public static Kept of(Doc document, int jsonLength) {
        return new Kept(Optional.of(document), OVERHEAD + 4 * jsonLength);
    }

    /** Whether the cache knows about the row. */
    public boolean known() {
        return this != UNKNOWN;
    }

    /** The document; empty when the row does not exist or is unknown. */
    public Optional<Doc> document() {
        return document;
    }

    /** Its approximate size in bytes. */
    public int weight() {
        return weight;
    }

    /** Whether this is the document of exactly this row in this version. */
    boolean is(long position, long version) {
        return document.isPresent()
                && document.get().position() == position
                && document.get().version() == version;
    }
}

package io.greenroom.kernel.store;

/**
 * Storage cannot be read or written right now: full, read-only, gone, overloaded or another release's. Nothing of the
 * unit was kept; only when the connection to a database server broke in the middle of a commit, nobody can tell.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.greenroom.kernel.store;

/**
 * Storage cannot be read or written right now: full, read-only, unreachable, overloaded or of another release. The unit
 * was rolled back; only if the connection to a database server broke during a commit is the outcome unknown.
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

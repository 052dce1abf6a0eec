package io.greenroom.kernel.store;

/** Storage cannot be read or written right now: full, read-only, gone or overloaded. Nothing of the unit was kept. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

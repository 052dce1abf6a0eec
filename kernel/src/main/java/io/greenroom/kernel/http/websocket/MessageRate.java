package io.greenroom.kernel.http.websocket;

/** Limits how many messages a client sends in a second; a burst may be as large. Used by one thread. */
final class MessageRate {
    private static final long SECOND = 1_000_000_000L;

    private final long cost;
    private long credit = SECOND;
    private long since;

    MessageRate(int perSecond, long now) {
        this.cost = SECOND / perSecond;
        this.since = now;
    }

    /** Counts a message; false if it is one too many. */
    boolean allows(long now) {
        credit = Math.min(SECOND, credit + now - since);
        since = now;
        if (credit < cost) {
            return false;
        }
        credit -= cost;
        return true;
    }
}

package io.greenroom.kernel.store;

import java.time.Instant;

/**
 * Scheduled work.
 *
 * @param account whose clock decides
 * @param kind of the listener that does it, such as {@code invitation-expiry}
 * @param subject of the work, usually an id; kind and subject together are unique in an account
 * @param at the account's time at which it is due
 */
public record Due(String account, String kind, String subject, Instant at) {
    /** The account of installation-wide work, which falls due by the system's time. */
    public static final String NO_ACCOUNT = "";
}

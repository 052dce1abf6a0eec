package io.greenroom.kernel.store;

import java.time.Instant;

/**
 * Something to be done at a time.
 *
 * @param account whose clock counts
 * @param kind names the listener that does it, such as {@code invitation-expiry}
 * @param subject what it is done to, mostly an id; kind and subject together are unique in an account
 * @param at the account's time at which it is due
 */
public record Due(String account, String kind, String subject, Instant at) {
    /** The account of installation-wide work, which falls due by the machine's time. */
    public static final String NO_ACCOUNT = "";
}

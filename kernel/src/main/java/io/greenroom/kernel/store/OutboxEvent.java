package io.greenroom.kernel.store;

import java.time.Instant;

/**
 * An event as it waits to be delivered.
 *
 * @param sequence its place in the outbox, 0 before it is kept
 * @param account whose event it is
 * @param name such as {@code user.created}
 * @param at when it happened, on the account's clock
 * @param body the whole envelope as JSON
 */
public record OutboxEvent(long sequence, String account, String name, Instant at, String body) {}

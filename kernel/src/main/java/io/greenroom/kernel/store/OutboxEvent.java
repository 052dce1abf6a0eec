package io.greenroom.kernel.store;

import java.time.Instant;

/**
 * An event in the outbox.
 *
 * @param sequence its position in the outbox, 0 before it is stored
 * @param account of the event
 * @param name such as {@code user.created}
 * @param at when it happened, on the account's clock
 * @param body the whole envelope as JSON
 */
public record OutboxEvent(long sequence, String account, String name, Instant at, String body) {}

package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.outbound.OutboundGuard;

/**
 * How events are delivered.
 *
 * @param guard decides which addresses may be called
 * @param node the id of this node, which no other running node has
 * @param shared whether other nodes use the same store
 */
public record WebhookSettings(OutboundGuard guard, String node, boolean shared) {}

/** The control API of webhooks: subscriptions, deliveries and inboxes. */
@NullMarked
package io.greenroom.server.webhooks;

import org.jspecify.annotations.NullMarked;

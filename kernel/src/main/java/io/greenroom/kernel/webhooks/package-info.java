/** Webhooks: subscriptions of apps to the events of an account, and their delivery to the apps' endpoints. */
@NullMarked
package io.greenroom.kernel.webhooks;

import org.jspecify.annotations.NullMarked;

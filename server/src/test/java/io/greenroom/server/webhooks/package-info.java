/** Tests of webhooks with real receivers. */
@NullMarked
package io.greenroom.server.webhooks;

import org.jspecify.annotations.NullMarked;

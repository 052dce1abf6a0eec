/** Events: stored in the outbox with the change that caused them, and delivered after its commit. */
@NullMarked
package io.greenroom.kernel.events;

import org.jspecify.annotations.NullMarked;

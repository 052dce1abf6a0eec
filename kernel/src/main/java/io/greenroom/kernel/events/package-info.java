/** Events: how they are written down with the change that caused them, and how they are delivered after it has held. */
@NullMarked
package io.greenroom.kernel.events;

import org.jspecify.annotations.NullMarked;

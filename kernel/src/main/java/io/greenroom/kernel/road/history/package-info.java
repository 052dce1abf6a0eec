/** Completed requests: who observes them, the bounded history, the log. */
@NullMarked
package io.greenroom.kernel.road.history;

import org.jspecify.annotations.NullMarked;

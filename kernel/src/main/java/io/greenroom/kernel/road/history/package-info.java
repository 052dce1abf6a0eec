/** Completed requests: their observers, the bounded history, the log; and the operation log of accounts. */
@NullMarked
package io.greenroom.kernel.road.history;

import org.jspecify.annotations.NullMarked;

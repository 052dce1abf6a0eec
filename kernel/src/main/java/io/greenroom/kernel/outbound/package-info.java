/** HTTP requests that this server sends to addresses that callers choose, and the guard that limits them. */
@NullMarked
package io.greenroom.kernel.outbound;

import org.jspecify.annotations.NullMarked;

/** Tests of requests to addresses that callers choose. */
@NullMarked
package io.greenroom.kernel.outbound;

import org.jspecify.annotations.NullMarked;

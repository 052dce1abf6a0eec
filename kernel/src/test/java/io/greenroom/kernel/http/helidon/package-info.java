/** HTTP over real sockets. */
@NullMarked
package io.greenroom.kernel.http.helidon;

import org.jspecify.annotations.NullMarked;

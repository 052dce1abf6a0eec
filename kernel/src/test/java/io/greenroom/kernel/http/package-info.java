/** HTTP over real sockets. */
@NullMarked
package io.greenroom.kernel.http;

import org.jspecify.annotations.NullMarked;

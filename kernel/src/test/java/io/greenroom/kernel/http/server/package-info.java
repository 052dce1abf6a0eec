/** HTTP over real sockets. */
@NullMarked
package io.greenroom.kernel.http.server;

import org.jspecify.annotations.NullMarked;

/** Request bodies, as bytes and over real sockets. */
@NullMarked
package io.greenroom.kernel.http.body;

import org.jspecify.annotations.NullMarked;

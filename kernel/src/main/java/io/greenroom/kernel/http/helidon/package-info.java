/** The HTTP server on Helidon, and the limits around its connections. The only package that knows Helidon. */
@NullMarked
package io.greenroom.kernel.http.helidon;

import org.jspecify.annotations.NullMarked;

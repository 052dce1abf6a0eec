/** The HTTP server: connections, heads, bodies and answers of HTTP/1.1 and 1.0, and their limits. */
@NullMarked
package io.greenroom.kernel.http.server;

import org.jspecify.annotations.NullMarked;

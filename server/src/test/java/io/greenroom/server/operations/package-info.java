/** Operation of the server: probes and metrics. */
@NullMarked
package io.greenroom.server.operations;

import org.jspecify.annotations.NullMarked;

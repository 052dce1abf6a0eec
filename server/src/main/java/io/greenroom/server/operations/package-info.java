/** Operation of the server: liveness and readiness probes, and metrics. */
@NullMarked
package io.greenroom.server.operations;

import org.jspecify.annotations.NullMarked;

/** The control API's operations about faults on request, and the verification of requests. */
@NullMarked
package io.greenroom.server.faults;

import org.jspecify.annotations.NullMarked;

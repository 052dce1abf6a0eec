/** What every API group stands on: documents, calls, bindings, refusals and time. It knows no group. */
@NullMarked
package io.greenroom.kernel;

import org.jspecify.annotations.NullMarked;

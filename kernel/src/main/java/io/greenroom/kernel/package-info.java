/** The base of every API group: documents, calls, bindings, refusals and time. It depends on no group. */
@NullMarked
package io.greenroom.kernel;

import org.jspecify.annotations.NullMarked;

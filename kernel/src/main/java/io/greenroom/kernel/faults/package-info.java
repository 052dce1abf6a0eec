/** Faults on request: rules of an account that make requests fail in a chosen way. */
@NullMarked
package io.greenroom.kernel.faults;

import org.jspecify.annotations.NullMarked;

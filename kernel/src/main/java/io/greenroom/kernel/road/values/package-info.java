/** Checks and types the values of a request against the contract. */
@NullMarked
package io.greenroom.kernel.road.values;

import org.jspecify.annotations.NullMarked;

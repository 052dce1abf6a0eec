/** The pipeline of every request: its steps, each a class, in the one list of {@link io.greenroom.kernel.road.Road}. */
@NullMarked
package io.greenroom.kernel.road;

import org.jspecify.annotations.NullMarked;

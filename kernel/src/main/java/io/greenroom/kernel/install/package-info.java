/** Wires the kernel: opens the store, starts the workers, builds the road. */
@NullMarked
package io.greenroom.kernel.install;

import org.jspecify.annotations.NullMarked;

/**
 * The programs that the benchmarks run beside the product: references to compare it with, and tools that prepare and
 * check.
 */
@NullMarked
package io.greenroom.bench;

import org.jspecify.annotations.NullMarked;

/**
 * The programs that run beside the product in benchmarks: references to compare with, and tools that prepare and check.
 */
@NullMarked
package io.greenroom.bench;

import org.jspecify.annotations.NullMarked;

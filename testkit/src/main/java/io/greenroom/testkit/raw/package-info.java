/** Requests written byte by byte, for what no HTTP client sends. */
@NullMarked
package io.greenroom.testkit.raw;

import org.jspecify.annotations.NullMarked;

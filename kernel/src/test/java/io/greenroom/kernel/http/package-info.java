/** Paths and queries. */
@NullMarked
package io.greenroom.kernel.http;

import org.jspecify.annotations.NullMarked;

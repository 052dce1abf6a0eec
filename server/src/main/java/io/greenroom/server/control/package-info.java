/**
 * The control API below {@code /_greenroom}, on the same road as the public API but with steps of its own to get in and
 * to act.
 */
@NullMarked
package io.greenroom.server.control;

import org.jspecify.annotations.NullMarked;

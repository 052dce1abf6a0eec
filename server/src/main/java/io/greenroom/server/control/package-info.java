/**
 * The control API below {@code /_greenroom}, on the same road as the public API but with its own steps to admit
 * requests and to enter accounts.
 */
@NullMarked
package io.greenroom.server.control;

import org.jspecify.annotations.NullMarked;

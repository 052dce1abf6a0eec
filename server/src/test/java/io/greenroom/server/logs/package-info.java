/** Logging: text lines on a terminal, JSON lines everywhere else. */
@NullMarked
package io.greenroom.server.logs;

import org.jspecify.annotations.NullMarked;

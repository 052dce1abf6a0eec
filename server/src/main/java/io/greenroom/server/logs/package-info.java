/** How this program logs: lines for people on a terminal, lines of JSON for programs everywhere else. */
@NullMarked
package io.greenroom.server.logs;

import org.jspecify.annotations.NullMarked;

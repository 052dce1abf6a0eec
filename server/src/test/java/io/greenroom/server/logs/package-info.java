/** Tests of the log's lines. */
@NullMarked
package io.greenroom.server.logs;

import org.jspecify.annotations.NullMarked;

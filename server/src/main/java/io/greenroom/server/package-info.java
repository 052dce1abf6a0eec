/** The program: its command line, and how everything is put together. */
@NullMarked
package io.greenroom.server;

import org.jspecify.annotations.NullMarked;

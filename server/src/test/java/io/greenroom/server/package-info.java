/** The program: its command line and its wiring. */
@NullMarked
package io.greenroom.server;

import org.jspecify.annotations.NullMarked;

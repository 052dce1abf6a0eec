/** Tests of the program, over real HTTP. */
@NullMarked
package io.greenroom.server;

import org.jspecify.annotations.NullMarked;

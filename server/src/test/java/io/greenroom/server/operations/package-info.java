/** Tests of what operators look at. */
@NullMarked
package io.greenroom.server.operations;

import org.jspecify.annotations.NullMarked;

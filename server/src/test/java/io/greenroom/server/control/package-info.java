/** Tests of the control API. */
@NullMarked
package io.greenroom.server.control;

import org.jspecify.annotations.NullMarked;

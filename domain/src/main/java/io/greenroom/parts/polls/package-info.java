/** Polls of meetings and webinars, as hosts prepare them. */
@NullMarked
package io.greenroom.parts.polls;

import org.jspecify.annotations.NullMarked;

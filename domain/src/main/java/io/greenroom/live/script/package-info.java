/**
 * Plays scripts of sessions through the commands of {@link io.greenroom.live}.
 *
 * <p>{@link io.greenroom.live.script.Scripts} binds the operations of the control API. A {@code Player} performs what
 * is due of a stored script, one unit after the other; a {@code Stage} performs single acts.
 */
@NullMarked
package io.greenroom.live.script;

import org.jspecify.annotations.NullMarked;

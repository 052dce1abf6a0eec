/** The states of sessions and of stays in them, the roles of participants, and why they leave. */
@NullMarked
package io.greenroom.live.states;

import org.jspecify.annotations.NullMarked;

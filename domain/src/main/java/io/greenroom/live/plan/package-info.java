/**
 * Reads scripts of sessions, which are people and steps with times in YAML or JSON.
 *
 * <p>{@link io.greenroom.live.plan.Script} reads one: {@code Form} says what each value may be, and both the checks and
 * the published JSON Schema are made from it. A {@link io.greenroom.live.plan.Plan} is what the script does, by time.
 * Nothing here needs a server.
 */
@NullMarked
package io.greenroom.live.plan;

import org.jspecify.annotations.NullMarked;

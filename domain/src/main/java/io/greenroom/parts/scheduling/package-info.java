/**
 * How requests create, change, delete and show meetings and webinars, by the rules in force for their hosts.
 *
 * <p>What the documents keep is in {@code schedules}. The groups bind the operations of this part, and provide the
 * hosts and the rules that only meetings or only webinars have.
 */
@NullMarked
package io.greenroom.parts.scheduling;

import org.jspecify.annotations.NullMarked;

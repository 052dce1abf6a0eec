/**
 * Tracking fields: what an account wants to know of every meeting, such as its purpose.
 *
 * <p>Keeps at most twenty for each account. Announces nothing.
 */
@NullMarked
package io.greenroom.api.trackingfield;

import org.jspecify.annotations.NullMarked;

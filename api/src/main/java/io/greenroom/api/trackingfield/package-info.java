/**
 * Tracking fields: what an account records about each meeting, such as its purpose.
 *
 * <p>Keeps at most twenty for each account. Announces no events.
 */
@NullMarked
package io.greenroom.api.trackingfield;

import org.jspecify.annotations.NullMarked;

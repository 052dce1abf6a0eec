/**
 * H.323 and SIP devices: room systems of other vendors that a meeting calls, or that call a meeting.
 *
 * <p>Keeps them by account, each with a unique name. Announces no events.
 */
@NullMarked
package io.greenroom.api.devices;

import org.jspecify.annotations.NullMarked;

/**
 * H.323 and SIP devices: room systems of other makers that a meeting calls, or that call a meeting.
 *
 * <p>Keeps them by account, each under a name of its own. Announces nothing.
 */
@NullMarked
package io.greenroom.api.devices;

import org.jspecify.annotations.NullMarked;

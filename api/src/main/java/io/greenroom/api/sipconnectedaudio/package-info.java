/**
 * SIP Connected Audio: calls to and from meetings over trunks between the organization's telephone system and the
 * vendor.
 *
 * <p>Keeps the trunks and numbers that a carrier has set up for a master account, which the control API sets; what the
 * master account assigns of them to accounts below it; and the organization's own numbers and call-out countries of
 * each account. What is assigned is seen as the master account has it, and ends with it, or where the account stands
 * alone. Announces nothing.
 */
@NullMarked
package io.greenroom.api.sipconnectedaudio;

import org.jspecify.annotations.NullMarked;

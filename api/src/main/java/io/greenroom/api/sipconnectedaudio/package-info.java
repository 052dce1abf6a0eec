/**
 * SIP Connected Audio: calls to and from meetings over trunks between the organization's telephone system and the
 * vendor.
 *
 * <p>Keeps the trunks and numbers that a carrier has set up for a master account, which the control API sets; their
 * assignments to sub accounts; and the internal numbers and call-out countries of each account. An assignment shows the
 * master account's item, and ends when the item is removed or the account is disassociated. Announces no events.
 */
@NullMarked
package io.greenroom.api.sipconnectedaudio;

import org.jspecify.annotations.NullMarked;

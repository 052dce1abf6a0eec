/**
 * SIP phones: users who make calls with the client over their organization's own telephone system.
 *
 * <p>Keeps for each user at most one phone for all platforms and one for each platform. They are deleted when the user
 * leaves the account. Announces no events.
 */
@NullMarked
package io.greenroom.api.sipphone;

import org.jspecify.annotations.NullMarked;

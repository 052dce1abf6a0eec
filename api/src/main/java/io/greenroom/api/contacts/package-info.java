/**
 * Contacts: whom people find in their client.
 *
 * <p>Keeps who knows whom outside their own account; who is in it stands with the users. No operation makes contacts:
 * people do, by their clients. Announces nothing.
 */
@NullMarked
package io.greenroom.api.contacts;

import org.jspecify.annotations.NullMarked;

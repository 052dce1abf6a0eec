/**
 * Contacts: the users that a user finds in the client.
 *
 * <p>Keeps contacts between accounts; contacts within an account are its users. No operation creates contacts: users
 * do, in their clients. Announces no events.
 */
@NullMarked
package io.greenroom.api.contacts;

import org.jspecify.annotations.NullMarked;

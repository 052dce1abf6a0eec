/**
 * Personal audio conferences: meetings that are held by telephone only.
 *
 * <p>Keeps the conferences of users, which the API only reads; the control API assigns them. They are deleted when the
 * user leaves the account. Announces no events.
 */
@NullMarked
package io.greenroom.api.pac;

import org.jspecify.annotations.NullMarked;

/**
 * Personal audio conferences: meetings that are held by telephone only.
 *
 * <p>Keeps the conferences of users, which the API only reads; the control API assigns them. A user's end when they
 * leave the account. Announces nothing.
 */
@NullMarked
package io.greenroom.api.pac;

import org.jspecify.annotations.NullMarked;

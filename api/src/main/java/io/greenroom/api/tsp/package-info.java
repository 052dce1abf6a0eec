/**
 * Third-party audio: meetings by the telephone bridges of another provider.
 *
 * <p>Keeps what an account has decided about it, at most two bridges for each user, and the page where a user's guests
 * find the numbers to dial. Announces {@code user.tsp_created}, {@code user.tsp_updated} and {@code user.tsp_deleted}.
 * What is a user's ends when they leave the account.
 */
@NullMarked
package io.greenroom.api.tsp;

import org.jspecify.annotations.NullMarked;

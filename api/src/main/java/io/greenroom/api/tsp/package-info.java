/**
 * Third-party audio: meetings over the telephone bridges of another provider.
 *
 * <p>Keeps the account's settings for it, at most two bridges for each user, and the page that lists the dial-in
 * numbers for a user's guests. Announces {@code user.tsp_created}, {@code user.tsp_updated} and {@code
 * user.tsp_deleted}. A user's bridges and page are deleted when the user leaves the account.
 */
@NullMarked
package io.greenroom.api.tsp;

import org.jspecify.annotations.NullMarked;

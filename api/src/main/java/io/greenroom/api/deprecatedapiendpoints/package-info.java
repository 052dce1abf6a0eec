/**
 * Operations that the vendor has given up: the files that were sent in the chat of past meetings and webinars.
 *
 * <p>Keeps nothing; live sessions keep the files until a day after their end. Announces no events.
 */
@NullMarked
package io.greenroom.api.deprecatedapiendpoints;

import org.jspecify.annotations.NullMarked;

/** The authorization server's pages for people: consent, sign-in, device codes. */
@NullMarked
package io.greenroom.kernel.oauth.pages;

import org.jspecify.annotations.NullMarked;

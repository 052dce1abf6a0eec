/** Pages of the authorization server: consent, sign-in, device codes. */
@NullMarked
package io.greenroom.kernel.oauth.pages;

import org.jspecify.annotations.NullMarked;

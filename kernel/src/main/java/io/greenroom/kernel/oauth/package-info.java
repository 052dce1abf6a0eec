/** The OAuth 2.0 authorization server: its endpoints and grant types. */
@NullMarked
package io.greenroom.kernel.oauth;

import org.jspecify.annotations.NullMarked;

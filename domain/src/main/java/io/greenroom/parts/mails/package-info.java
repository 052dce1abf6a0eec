/** Mails that the real service would send: kept for each account, and sent where a mail server is set. */
@NullMarked
package io.greenroom.parts.mails;

import org.jspecify.annotations.NullMarked;

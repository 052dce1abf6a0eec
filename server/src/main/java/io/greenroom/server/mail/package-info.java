/** Sends mails over SMTP. Without the setting {@code mail.smtp}, no class of the mail library is loaded. */
@NullMarked
package io.greenroom.server.mail;

import org.jspecify.annotations.NullMarked;

/** Tests of mails, with a mail server. */
@NullMarked
package io.greenroom.server.mail;

import org.jspecify.annotations.NullMarked;

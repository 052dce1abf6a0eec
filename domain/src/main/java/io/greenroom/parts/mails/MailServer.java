package io.greenroom.parts.mails;

import io.greenroom.kernel.doc.Doc;

/** A mail server that takes mails. One thread uses it. */
public interface MailServer {
    /**
     * Passes a mail to the server. Connects first if there is no connection.
     *
     * @param account the account of the mail
     * @param mail a {@code MailRecord}
     */
    MailAttempt send(String account, Doc mail);

    /** Ends the connection, if there is one. */
    void disconnect();
}

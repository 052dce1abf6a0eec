package io.greenroom.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A message that keeps its id in each attempt, so that recipients recognise repeats. */
final class MailMessage extends MimeMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String id;

    /**
     * A message without content.
     *
     * @param id without angle brackets
     * @param date by the account's clock
     */
    MailMessage(Session session, String id, Instant date) throws MessagingException {
        super(session);
        this.id = id;
        setHeader("Date", DATE.format(date.atZone(ZoneOffset.UTC)));
        // Keeps out-of-office programs from answering (RFC 3834).
        setHeader("Auto-Submitted", "auto-generated");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }
}

package io.greenroom.server.mail;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.mails.MailAttempt;
import io.greenroom.parts.mails.MailServer;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server that is reached over SMTP. */
final class SmtpServer implements MailServer {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final MailSettings settings;
    private final Session session;
    private @Nullable Transport connection;

    /**
     * A mail server; nothing connects to it yet.
     *
     * @param tls which certificates are trusted; those of the JDK if absent
     */
    SmtpServer(MailSettings settings, Optional<SSLContext> tls) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings, tls));
    }

    private static Properties properties(MailSettings settings, Optional<SSLContext> tls) {
        String prefix = "mail." + settings.protocol() + ".";
        Properties properties = new Properties();
        properties.setProperty(
                prefix + "auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty(prefix + "from", settings.from());
        properties.setProperty(prefix + "connectiontimeout", Long.toString(LONGEST_CONNECT.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(LONGEST_ANSWER.toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(LONGEST_ANSWER.toMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(
                prefix + "starttls.enable", Boolean.toString(settings.startTls() != MailSettings.StartTls.NONE));
        properties.setProperty(
                prefix + "starttls.required", Boolean.toString(settings.startTls() == MailSettings.StartTls.REQUIRED));
        tls.ifPresent(context -> properties.put(prefix + "ssl.socketFactory", context.getSocketFactory()));
        return properties;
    }

    @Override
    public MailAttempt send(String account, Doc mail) {
        Optional<InternetAddress> recipient = Recipients.address(mail.text("recipient"));
        if (recipient.isEmpty()) {
            return MailAttempt.refused("The recipient's address is invalid.");
        }
        Transport server;
        try {
            server = connected();
        } catch (MessagingException fault) {
            disconnect();
            return MailAttempt.unreachable(SmtpFaults.text(fault));
        }
        try {
            server.sendMessage(message(account, mail, recipient.get()), new Address[] {recipient.get()});
            return MailAttempt.SENT;
        } catch (MessagingException fault) {
            boolean lost = !server.isConnected();
            disconnect();
            return attempt(fault, lost);
        }
    }

    private static MailAttempt attempt(MessagingException fault, boolean lost) {
        if (SmtpFaults.isPermanent(fault)) {
            return MailAttempt.refused(SmtpFaults.text(fault));
        }
        return lost ? MailAttempt.unreachable(SmtpFaults.text(fault)) : MailAttempt.postponed(SmtpFaults.text(fault));
    }

    private Transport connected() throws MessagingException {
        Transport open = connection;
        if (open != null && open.isConnected()) {
            return open;
        }
        Transport opened = session.getTransport(settings.protocol());
        connection = opened;
        boolean anonymous = settings.user().isEmpty();
        opened.connect(
                settings.server().getHost(),
                settings.port(),
                anonymous ? null : settings.user(),
                anonymous ? null : settings.password());
        return opened;
    }

    private MimeMessage message(String account, Doc mail, InternetAddress recipient) throws MessagingException {
        MimeMessage message = new MailMessage(
                session, mail.id() + "." + account + "@" + settings.domain(), mail.instant("created_at"));
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(RecipientType.TO, recipient);
        message.setSubject(mail.text("subject"), StandardCharsets.UTF_8.name());
        message.setText(mail.text("text"), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    @Override
    public void disconnect() {
        Transport open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException fault) {
                LOG.debug("The mail server ended the connection first", fault);
            }
        }
    }
}

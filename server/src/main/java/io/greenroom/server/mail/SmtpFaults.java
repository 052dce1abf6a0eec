package io.greenroom.server.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What refusals of mail servers mean. */
final class SmtpFaults {
    private static final int PERMANENT = 500;

    /** The server asks for a sign-in or for TLS: our settings are wrong, not the mail. */
    private static final Set<Integer> OF_SETTINGS = Set.of(530, 534, 535, 538);

    private SmtpFaults() {}

    /** Whether the server refuses the recipient or the mail for good. */
    static boolean isPermanent(MessagingException fault) {
        return causes(fault).stream().anyMatch(cause -> switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode() >= PERMANENT;
            case SMTPSendFailedException mail -> isPermanent(mail.getReturnCode());
            default -> false;
        });
    }

    private static boolean isPermanent(int code) {
        return code >= PERMANENT && !OF_SETTINGS.contains(code);
    }

    /** The server's words. */
    static String text(MessagingException fault) {
        return causes(fault).stream()
                .map(cause -> String.valueOf(cause.getMessage()).strip())
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static List<Exception> causes(MessagingException fault) {
        List<Exception> causes = new ArrayList<>();
        Exception next = fault;
        while (next != null) {
            causes.add(next);
            next = next instanceof MessagingException more ? more.getNextException() : null;
        }
        return causes;
    }
}

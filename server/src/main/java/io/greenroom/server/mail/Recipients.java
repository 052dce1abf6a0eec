package io.greenroom.server.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of recipients. */
final class Recipients {
    private static final Pattern ONE = Pattern.compile("[\\x21-\\x7E&&[^<>()\\[\\],;:\\\\\"@]]+@[^\\s\\p{Cntrl}@]+");

    private Recipients() {}

    /**
     * The address, unchanged except that a domain beyond ASCII is encoded; empty if it is invalid, is several
     * addresses, or its mailbox is beyond ASCII, which not all servers take.
     */
    static Optional<InternetAddress> address(String text) {
        if (!ONE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            int at = text.indexOf('@') + 1;
            return Optional.of(new InternetAddress(text.substring(0, at) + IDN.toASCII(text.substring(at)), true));
        } catch (AddressException | IllegalArgumentException fault) {
            return Optional.empty();
        }
    }
}

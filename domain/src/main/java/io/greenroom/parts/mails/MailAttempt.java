package io.greenroom.parts.mails;

/**
 * The result of an attempt to send a mail.
 *
 * @param fault why the mail was not sent; empty if it was
 */
public record MailAttempt(Result result, String fault) {
    /** The mail server has the mail. */
    public static final MailAttempt SENT = new MailAttempt(Result.SENT, "");

    /** Results of attempts. */
    public enum Result {
        SENT,
        /** The server will never take this mail. */
        REFUSED,
        /** The server does not take this mail now. */
        POSTPONED,
        /** The server takes no mail at all now. */
        UNREACHABLE
    }

    public static MailAttempt refused(String fault) {
        return new MailAttempt(Result.REFUSED, fault);
    }

    public static MailAttempt postponed(String fault) {
        return new MailAttempt(Result.POSTPONED, fault);
    }

    public static MailAttempt unreachable(String fault) {
        return new MailAttempt(Result.UNREACHABLE, fault);
    }
}

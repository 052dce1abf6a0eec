package io.greenroom.server.mail;

import java.net.URI;

/**
 * How to reach the mail server.
 *
 * @param server {@code smtp://host:port} or {@code smtps://host:port}
 * @param startTls applies to {@code smtp} only
 * @param user empty if the server asks for none
 * @param from the sender of all mails
 */
public record MailSettings(URI server, StartTls startTls, String user, String password, String from) {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;

    /** Whether a connection changes to TLS. */
    public enum StartTls {
        REQUIRED,
        /** If the server offers it. */
        OPPORTUNISTIC,
        NONE
    }

    String protocol() {
        return server.getScheme();
    }

    int port() {
        if (server.getPort() > 0) {
            return server.getPort();
        }
        return protocol().equals("smtps") ? SUBMISSION_OVER_TLS : SUBMISSION;
    }

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return server + " " + startTls + " from " + from;
    }
}

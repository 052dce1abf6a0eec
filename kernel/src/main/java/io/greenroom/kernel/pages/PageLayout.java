package io.greenroom.kernel.pages;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.pages.Template.Html;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The layout of all pages. Its policy permits no scripts and no other files. Threads may share it. */
public final class PageLayout {
    private final Template page = Template.named("/pages/page.html");
    private final Template message = Template.named("/pages/message.html");
    private final String policy =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                    .formatted(styleHash());

    /** A page whose forms are sent to this server. */
    public Answer page(int status, String title, Html content) {
        return page(status, title, content, "");
    }

    /**
     * A page.
     *
     * @param formTargets the origins, beside this server's, to which the answer to a form may redirect; with blanks
     *     between
     */
    public Answer page(int status, String title, Html content, String formTargets) {
        String html = page.fill(Map.of("title", title, "content", content)).text();
        return Answer.text(status, "text/html;charset=UTF-8", html)
                .header("Content-Security-Policy", (policy + " " + formTargets).strip())
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    /** A page with a message only. */
    public Answer message(int status, String heading, String text) {
        return page(status, heading, message.fill(Map.of("heading", heading, "message", text)));
    }

    private String styleHash() {
        String text = page.text();
        String style = text.substring(text.indexOf("<style>") + "<style>".length(), text.indexOf("</style>"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new ContractViolation("SHA-256 is part of every JDK", e);
        }
    }
}

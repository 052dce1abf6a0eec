package io.greenroom.parts.mails;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The mails of accounts. A mail is kept in the unit that causes it, so it is sent only if the unit commits. */
public final class Mails {
    /** The latest {@value #MOST} mails of an account; older ones are deleted. */
    public static final Table MAILS = Table.of("mails", "MailRecord")
            .columns("recipient", "kind", "next_attempt")
            .counted();

    /** The setting that names the mail server; without it, mails are only kept. */
    private static final String SERVER = "mail.smtp";

    private static final Instant AT_ONCE = Instant.EPOCH;
    private static final int MOST = 10_000;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 60_000;

    private Mails() {}

    /** Binds the operations that list mails. */
    public static void bind(Bindings on) {
        on.doc("controlMails", Mails::list);
    }

    /**
     * Keeps a mail of the call's account. If a mail server is set, it is sent once the unit has committed.
     *
     * @param kind what the mail is about, in snake case, such as {@code user_invitation}
     * @param to the e-mail address of the recipient
     * @param subject line breaks in it become blanks
     */
    public static void send(Call call, String kind, String to, String subject, String text) {
        if (call.store().in(MAILS).count() >= MOST) {
            call.store().in(MAILS).first().ifPresent(oldest -> call.store().delete(MAILS, oldest));
        }
        boolean sending =
                call.options().text(SERVER).filter(server -> !server.isEmpty()).isPresent();
        call.store()
                .insert(
                        MAILS,
                        call.blank(MAILS)
                                .put("id", call.ids().next())
                                .put("created_at", call.second())
                                .put("recipient", to)
                                .put("kind", kind)
                                .put("subject", Texts.cut(subject.replaceAll("\\p{Cntrl}+", " "), LONGEST_SUBJECT))
                                .put("text", Texts.cut(text, LONGEST_TEXT))
                                .put("state", sending ? "waiting" : "kept")
                                .put("next_attempt", Optional.of(AT_ONCE).filter(any -> sending))
                                .put("attempts", 0));
    }

    private static Doc list(Call call) {
        Query mails = call.store().in(MAILS);
        Optional<String> recipient = call.query().optionalText("recipient");
        if (recipient.isPresent()) {
            mails = mails.whereInAnyCase("recipient", recipient.get().toLowerCase(Locale.ROOT));
        }
        Optional<String> kind = call.query().optionalText("kind");
        if (kind.isPresent()) {
            mails = mails.where("kind", kind.get());
        }
        Cursor before = call.query().has("before") ? Cursor.at(call.query().number("before")) : Cursor.START;
        Query.Slice some = mails.newestFirst()
                .page(Query.Start.after(before), (int) call.query().number("limit"));
        return call.blank("MailList")
                .put("total", some.total())
                .put("next", some.next().map(Cursor::position))
                .put("mails", some.documents());
    }
}

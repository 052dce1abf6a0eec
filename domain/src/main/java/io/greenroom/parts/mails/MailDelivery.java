package io.greenroom.parts.mails;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the waiting mails of all accounts, each at least once. Pauses between attempts are of the machine's time,
 * because a mail server's outage passes by it; clocks of accounts can stand still or be years ahead. One thread sends;
 * any thread may stop it.
 *
 * <p>A mail is claimed in a unit, sent outside of units, and marked in another unit. The claim sets the next attempt
 * {@link #LEASE} ahead, so that other nodes do not send the mail meanwhile; if this node ends before it has marked the
 * mail, it is sent again after that.
 */
public final class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    /** Pauses after the first attempt and the following ones; one attempt more than pauses is made. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(6));

    /** Longer than the slowest attempt, by the time limits of the connection. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** Mails of one account in a row, so that it keeps no others waiting. */
    private static final int IN_A_ROW = 20;

    private static final int LONGEST_ERROR = 300;

    private final Store store;
    private final Clock clock;
    private final MailServer server;
    private volatile boolean stopped;

    public MailDelivery(Store store, Clock clock, MailServer server) {
        this.store = store;
        this.clock = clock;
        this.server = server;
    }

    /** Sends no further mails after the current one. The others wait for the next start. */
    public void stop() {
        stopped = true;
    }

    /**
     * Sends some mails of each account.
     *
     * @return how many attempts were made; 0 if no mail is due, or if the server is unreachable: the other mails then
     *     wait without an attempt
     */
    public int sendSome() {
        try {
            int attempts = 0;
            for (String account : accounts()) {
                int some = sendSome(account);
                if (some < 0) {
                    return 0;
                }
                attempts += some;
            }
            return attempts;
        } finally {
            server.disconnect();
        }
    }

    /** Sends some mails of an account; returns how many attempts were made, or -1 if the server is unreachable. */
    private int sendSome(String account) {
        for (int attempts = 0; attempts < IN_A_ROW; attempts++) {
            Optional<Doc> mail = stopped ? Optional.empty() : claim(account);
            if (mail.isEmpty()) {
                return attempts;
            }
            MailAttempt attempt = attempt(account, mail.get());
            mark(account, mail.get().id(), attempt);
            if (attempt.result() == MailAttempt.Result.UNREACHABLE) {
                LOG.warn("The mail server takes no mails: {}", attempt.fault());
                return -1;
            }
        }
        return IN_A_ROW;
    }

    private List<String> accounts() {
        return stopped
                ? List.of()
                : store.read(Due.NO_ACCOUNT, unit -> due(unit.across(Mails.MAILS), now())
                        .accounts());
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Query due(Query mails, Instant now) {
        return mails.between(
                "next_attempt", Instant.EPOCH.toString(), now.plusSeconds(1).toString());
    }

    private Optional<Doc> claim(String account) {
        return store.write(account, unit -> due(unit.in(Mails.MAILS), now())
                .ascending("next_attempt")
                .first()
                .map(mail -> unit.update(
                        Mails.MAILS,
                        mail.copy()
                                .put("attempts", mail.number("attempts") + 1)
                                .put("next_attempt", now().plus(LEASE)))));
    }

    /** Does not try mails again that have ended the process in each attempt. */
    private MailAttempt attempt(String account, Doc mail) {
        return mail.number("attempts") > PAUSES.size() + 1
                ? MailAttempt.refused("No attempt was finished.")
                : server.send(account, mail);
    }

    private void mark(String account, String id, MailAttempt attempt) {
        store.write(account, unit -> mark(unit, id, attempt));
    }

    /** Does nothing for a mail that was deleted, or that another node has sent after the lease. */
    private Optional<Doc> mark(Transaction unit, String id, MailAttempt attempt) {
        return unit.find(Mails.MAILS, id)
                .filter(mail -> mail.text("state").equals("waiting"))
                .map(mail -> unit.update(Mails.MAILS, marked(mail.copy(), attempt)));
    }

    private Doc marked(Doc mail, MailAttempt attempt) {
        int attempts = (int) mail.number("attempts");
        boolean last = attempts > PAUSES.size();
        return switch (attempt.result()) {
            case SENT -> ended(mail, "sent").put("error", Optional.empty());
            case REFUSED -> ended(mail, "failed").put("error", error(attempt));
            case POSTPONED, UNREACHABLE ->
                (last ? ended(mail, "failed") : mail.put("next_attempt", now().plus(PAUSES.get(attempts - 1))))
                        .put("error", error(attempt));
        };
    }

    private static Doc ended(Doc mail, String state) {
        return mail.put("state", state).put("next_attempt", Optional.empty());
    }

    /** The fault without characters that the store refuses. */
    private static String error(MailAttempt attempt) {
        String line = attempt.fault().replaceAll("\\p{Cntrl}+", " ").strip();
        return Texts.cut(Texts.isStorable(line) ? line : "Unreadable answer of the mail server.", LONGEST_ERROR);
    }
}

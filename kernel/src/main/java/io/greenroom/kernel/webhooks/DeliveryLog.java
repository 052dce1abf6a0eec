package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.outbound.Outcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest deliveries of this node, a bounded number for each of the accounts that delivered last. Threads may share
 * it.
 */
public final class DeliveryLog {
    /** How many deliveries of an account are kept. */
    public static final int MOST = 500;

    private static final int ACCOUNTS = 32;
    private static final int CHARACTERS = 1 << 20;

    /** Of each body; the rest is left out. */
    private static final int BODY = 64 * 1024;

    private final Map<String, Account> accounts = new LinkedHashMap<>(16, 0.75f, true);
    private long last;

    /**
     * One attempt.
     *
     * @param number its number in this node
     * @param at the system's time
     * @param subscription its id
     * @param url to which it was sent
     * @param parcel what was sent
     * @param head the request line and the headers
     * @param outcome what came back
     * @param micros how long it took
     * @param verdict what it means
     * @param fault the fault that was applied, empty if none
     */
    public record Entry(
            long number,
            Instant at,
            String subscription,
            String url,
            Parcel parcel,
            String head,
            Outcome outcome,
            long micros,
            Verdict verdict,
            String fault) {

        private int size() {
            int answer =
                    switch (outcome) {
                        case Outcome.Answered answered -> answered.head().length() + answered.body().length;
                        case Outcome.Failed failed -> failed.reason().length();
                    };
            return head.length() + parcel.body().length() + answer;
        }

        private Entry numbered(long own) {
            String body = parcel.body().length() > BODY ? parcel.body().substring(0, BODY) : parcel.body();
            Parcel kept =
                    new Parcel(parcel.cause(), parcel.event(), parcel.sequence(), body, parcel.attempt(), parcel.id());
            return new Entry(own, at, subscription, url, kept, head, outcome, micros, verdict, fault);
        }
    }

    /** The deliveries of an account, oldest first. */
    private static final class Account {
        private final Deque<Entry> entries = new ArrayDeque<>();
        private int size;

        void add(Entry entry) {
            entries.add(entry);
            size += entry.size();
            while (entries.size() > MOST || (size > CHARACTERS && entries.size() > 1)) {
                size -= entries.remove().size();
            }
        }
    }

    /** Adds an attempt and returns it with its number. */
    synchronized Entry add(String account, Entry entry) {
        last++;
        Entry kept = entry.numbered(last);
        accounts.computeIfAbsent(account, any -> new Account()).add(kept);
        if (accounts.size() > ACCOUNTS) {
            accounts.remove(accounts.keySet().iterator().next());
        }
        return kept;
    }

    /** The deliveries of an account, newest first. */
    public synchronized List<Entry> of(String account) {
        Account known = accounts.get(account);
        return known == null ? List.of() : List.copyOf(known.entries).reversed();
    }

    /** The delivery with a number. */
    public Optional<Entry> find(String account, long number) {
        return of(account).stream().filter(entry -> entry.number() == number).findFirst();
    }
}

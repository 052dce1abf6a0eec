package io.greenroom.bench;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A store that keeps only the first few documents of each table, enough for an account and a caller. What remains of a
 * request's time is everything but storage.
 */
final class NullStore implements Store {
    private static final int KEPT = 16;

    private final Contract contract;
    private final Map<String, Map<String, Doc>> kept = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private final Counting counting = new Counting();

    NullStore(StoreSetup setup) {
        this.contract = setup.contract();
    }

    @Override
    public <T> T read(String account, Function<Transaction, T> unit) {
        return unit.apply(new Unit(account));
    }

    @Override
    public <T> T write(String account, Function<Transaction, T> unit) {
        return unit.apply(new Unit(account));
    }

    @Override
    public Counters counters(CounterKind kind) {
        return counting;
    }

    @Override
    public Queues queues() {
        return new NoQueues();
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void check() {
        // Nothing can fail.
    }

    @Override
    public void close() {
        kept.clear();
    }

    private Map<String, Doc> kept(Table table) {
        return kept.computeIfAbsent(table.name(), name -> new ConcurrentHashMap<>());
    }

    /** A unit that remembers the first few documents. */
    private final class Unit implements Transaction {
        private final String account;

        private Unit(String account) {
            this.account = account;
        }

        @Override
        public String account() {
            return account;
        }

        @Override
        public Transaction as(String otherAccount) {
            return new Unit(otherAccount);
        }

        @Override
        public Doc blank(Table table) {
            return new Doc(contract.schema(table.schema()));
        }

        @Override
        public Optional<Doc> find(Table table, String key) {
            return Optional.ofNullable(kept(table).get(key));
        }

        @Override
        public NullQuery in(Table table) {
            return new NullQuery(kept(table).values());
        }

        @Override
        public NullQuery across(Table table) {
            return new NullQuery(kept(table).values());
        }

        @Override
        public Doc insert(Table table, Doc document) {
            Doc stored = document.freeze().stored(1, sequence.incrementAndGet());
            Map<String, Doc> first = kept(table);
            if (first.size() < KEPT) {
                first.put(
                        String.join("/", table.key().stream().map(stored::text).toList()), stored);
            }
            return stored;
        }

        @Override
        public void append(Table table, Doc document) {
            document.freeze();
        }

        @Override
        public Doc update(Table table, Doc document) {
            return document.freeze().stored(document.version() + 1, document.position());
        }

        @Override
        public void delete(Table table, Doc document) {
            // Usually it is not kept.
        }

        @Override
        public void forget(String kind, String key) {
            // Nor is what goes with it.
        }

        @Override
        public void forgetAccount() {
            kept.clear();
        }

        @Override
        public void announce(OutboxEvent event) {
            // No subscribers.
        }

        @Override
        public void schedule(Due due) {
            // Never.
        }

        @Override
        public void cancel(String kind, String subject) {
            // It would not be done anyway.
        }

        @Override
        public boolean take(Due due) {
            return false;
        }
    }

    /** Counts each window as long as the process lives. */
    private static final class Counting implements Counters {
        private final Map<String, AtomicLong> windows = new ConcurrentHashMap<>();

        @Override
        public long add(String key, Instant windowStart, Instant windowEnd) {
            return windows.computeIfAbsent(key + windowStart.getEpochSecond(), window -> new AtomicLong())
                    .incrementAndGet();
        }

        @Override
        public long count(String key, Instant windowStart) {
            AtomicLong count = windows.get(key + windowStart.getEpochSecond());
            return count == null ? 0 : count.get();
        }

        @Override
        public void takeBack(String key, Instant windowStart) {
            windows.computeIfPresent(key + windowStart.getEpochSecond(), (window, count) -> {
                count.decrementAndGet();
                return count;
            });
        }

        @Override
        public void forget(String account) {
            windows.keySet().removeIf(key -> key.startsWith(account + "/"));
        }
    }

    /** Queues that are always empty. */
    private static final class NoQueues implements Queues {
        @Override
        public int deliver(int most, Consumer<OutboxEvent> receiver) {
            return 0;
        }

        @Override
        public long undelivered() {
            return 0;
        }

        @Override
        public List<OutboxEvent> events(String account, long after, int most) {
            return List.of();
        }

        @Override
        public long lastSequence(String account) {
            return 0;
        }

        @Override
        public long count(String account, long after, long upTo) {
            return 0;
        }

        @Override
        public int forgetDelivered(String account, Instant before, int most) {
            return 0;
        }

        @Override
        public Optional<Due> nextDue(String account, Instant by) {
            return Optional.empty();
        }

        @Override
        public List<String> accountsWithDue() {
            return List.of();
        }
    }
}

package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.sql.Session;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The counters of all kinds. Threads may share it. */
final class CountersInMemory {
    private static final int MOST_LIMITS = 200_000;
    private static final int MOST_ATTEMPTS = 50_000;
    private static final int MOST_SIGN_INS = 50_000;
    private static final int MOST_FORMS = 50_000;

    private static final String LOAD = "SELECT name, window_start, window_end, number, forget_at FROM rate_counters";

    private final Clock clock;
    private final Map<CounterKind, MemoryCounters> kinds = new EnumMap<>(CounterKind.class);

    CountersInMemory(Clock clock) {
        this.clock = clock;
        for (CounterKind kind : CounterKind.values()) {
            kinds.put(kind, new MemoryCounters(clock, kind.prefix(), capacity(kind)));
        }
    }

    private static int capacity(CounterKind kind) {
        return switch (kind) {
            case LIMITS -> MOST_LIMITS;
            case ATTEMPTS -> MOST_ATTEMPTS;
            case SIGN_INS -> MOST_SIGN_INS;
            case FORMS -> MOST_FORMS;
        };
    }

    Counters of(CounterKind kind) {
        return memory(kind);
    }

    /** Saves the long windows that have changed, and deletes dropped ones from the database. */
    void save(Session session) {
        kinds.values().forEach(kind -> kind.save(session));
    }

    /** Loads the saved windows, and deletes expired ones from the database. */
    void load(Session session) {
        session.change(
                "DELETE FROM rate_counters WHERE forget_at < ?", clock.now().toEpochMilli());
        session.list(LOAD, MemoryCounters.Saved::of)
                .forEach(saved -> memory(kind(saved.name())).restore(saved));
    }

    /** The kind of a name in the database; names of {@link CounterKind#LIMITS} have no prefix. */
    private static CounterKind kind(String name) {
        return Arrays.stream(CounterKind.values())
                .filter(kind -> !kind.prefix().isEmpty() && name.startsWith(kind.prefix()))
                .findFirst()
                .orElse(CounterKind.LIMITS);
    }

    private MemoryCounters memory(CounterKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }
}

package io.greenroom.kernel.store.sqlite;

import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.sql.QueueRows;
import io.greenroom.kernel.store.sql.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** The queues of a store that one process uses. Threads may share it. */
final class SqliteQueues implements Queues {
    private final DocCache cache;
    private final Readers readers;
    private final Writer writer;
    private final ReentrantLock delivering = new ReentrantLock();

    SqliteQueues(DocCache cache, Readers readers, Writer writer) {
        this.cache = cache;
        this.readers = readers;
        this.writer = writer;
    }

    @Override
    public int deliver(int most, Consumer<OutboxEvent> receiver) {
        delivering.lock();
        List<OutboxEvent> taken = new ArrayList<>();
        try {
            for (OutboxEvent event : read(session -> QueueRows.waiting(session, most, ""))) {
                receiver.accept(event);
                taken.add(event);
            }
            return taken.size();
        } finally {
            try {
                mark(taken);
            } finally {
                delivering.unlock();
            }
        }
    }

    private void mark(List<OutboxEvent> taken) {
        if (!taken.isEmpty()) {
            change(session -> QueueRows.deliveredUpTo(session, taken.getLast()));
        }
    }

    @Override
    public long undelivered() {
        return read(QueueRows::undelivered);
    }

    @Override
    public List<OutboxEvent> events(String account, long after, int most) {
        return read(session -> QueueRows.events(session, account, after, most));
    }

    @Override
    public long lastSequence(String account) {
        return read(session -> QueueRows.lastSequence(session, account));
    }

    @Override
    public long count(String account, long after, long upTo) {
        return read(session -> QueueRows.count(session, account, after, upTo));
    }

    @Override
    public int forgetDelivered(String account, Instant before, int most) {
        return change(session -> QueueRows.forgetDelivered(session, account, before, most));
    }

    @Override
    public Optional<Due> nextDue(String account, Instant by) {
        return read(session -> QueueRows.nextDue(session, account, by));
    }

    @Override
    public List<String> accountsWithDue() {
        return read(QueueRows::accountsWithDue);
    }

    private <T> T read(Function<Session, T> question) {
        try (ReadUnit unit = new ReadUnit(cache, readers, false)) {
            return unit.ask(question);
        }
    }

    private int change(Function<Session, Integer> change) {
        return writer.write(unit -> {
            unit.changing();
            return unit.ask(change);
        });
    }
}

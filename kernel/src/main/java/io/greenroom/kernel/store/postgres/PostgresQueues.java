package io.greenroom.kernel.store.postgres;

import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.sql.QueueRows;
import io.greenroom.kernel.store.sql.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The queues; rows are claimed by locks. Threads and nodes may share it. */
final class PostgresQueues implements Queues {
    private final Pools pools;

    PostgresQueues(Pools pools) {
        this.pools = pools;
    }

    @Override
    public int deliver(int most, Consumer<OutboxEvent> receiver) {
        try (Session session = pools.writer()) {
            int taken = 0;
            try {
                for (OutboxEvent event : QueueRows.waiting(session, most, " FOR UPDATE SKIP LOCKED")) {
                    receiver.accept(event);
                    taken += QueueRows.delivered(session, event);
                }
                return taken;
            } finally {
                session.commit();
            }
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
        try (Session session = pools.writer()) {
            int forgotten = QueueRows.forgetDelivered(session, account, before, most);
            session.commit();
            return forgotten;
        }
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
        try (Session session = pools.reader()) {
            return question.apply(session);
        }
    }
}

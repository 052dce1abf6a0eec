package io.greenroom.kernel.store;

import static io.greenroom.kernel.store.StoreFixture.refusal;
import static io.greenroom.kernel.store.StoreFixture.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Events that wait for delivery, and due times. */
interface QueueTests extends StoreFixture {
    Instant NOON = Instant.parse("2026-01-01T12:00:00.000123Z");

    private void announced(String account, String... names) {
        store().write(account, unit -> {
            for (String name : names) {
                unit.announce(new OutboxEvent(0, account, name, NOON, "{\"event\": \"" + name + "\"}"));
            }
            return account;
        });
    }

    private List<String> delivered(int most) {
        List<String> names = new ArrayList<>();
        int count = store().queues().deliver(most, event -> names.add(event.name()));
        assertThat(count).isEqualTo(names.size());
        return names;
    }

    @Test
    default void deliversEventsInOrderAndOnce() {
        announced(HERE, "a", "b");
        announced(THERE, "c");
        announced(HERE, "d");
        assertThat(store().queues().undelivered()).isEqualTo(4);
        assertThat(delivered(3)).containsExactly("a", "b", "c");
        assertThat(store().queues().undelivered()).isEqualTo(1);
        assertThat(reopened().queues().undelivered()).isEqualTo(1);
        assertThat(delivered(3)).containsExactly("d");
        assertThat(delivered(3)).isEmpty();
    }

    @Test
    default void keepsEventsAsTheyWere() {
        announced(HERE, "a", "b");
        announced(THERE, "c");
        delivered(1);
        List<OutboxEvent> events = store().queues().events(HERE, 0, 10);
        assertThat(events).extracting(OutboxEvent::name).containsExactly("a", "b");
        OutboxEvent first = events.getFirst();
        assertThat(store().queues().lastSequence(HERE))
                .isEqualTo(events.getLast().sequence());
        assertThat(store().queues().lastSequence("nowhere")).isZero();
        assertThat(first).isEqualTo(new OutboxEvent(first.sequence(), HERE, "a", NOON, "{\"event\": \"a\"}"));
        assertThat(store().queues().events(HERE, first.sequence(), 10))
                .extracting(OutboxEvent::name)
                .containsExactly("b");
    }

    @Test
    default void keepsAnEventThatItsReceiverRefuses() {
        announced(HERE, "a", "b", "c");
        assertThatThrownBy(() -> store().queues().deliver(10, event -> {
                    if (event.name().equals("b")) {
                        throw refusal();
                    }
                }))
                .isInstanceOf(io.greenroom.kernel.doc.Refusal.class);
        assertThat(delivered(10)).containsExactly("b", "c");
    }

    @Test
    default void announcesNothingOfARolledBackUnit() {
        assertThatThrownBy(() -> store().write(HERE, unit -> {
                    unit.announce(new OutboxEvent(0, HERE, "a", NOON, "{}"));
                    unit.schedule(new Due(HERE, "end", "1", NOON));
                    throw refusal();
                }))
                .isInstanceOf(io.greenroom.kernel.doc.Refusal.class);
        assertThat(store().queues().undelivered()).isZero();
        assertThat(store().queues().accountsWithDue()).isEmpty();
    }

    @Test
    default void forgetsDeliveredEvents() {
        announced(HERE, "a", "b");
        announced(THERE, "c");
        delivered(1);
        assertThat(store().queues().forgetDelivered(HERE, NOON, 10)).isZero();
        assertThat(store().queues().forgetDelivered(HERE, NOON.plusSeconds(1), 10))
                .isEqualTo(1);
        assertThat(store().queues().events(HERE, 0, 10))
                .extracting(OutboxEvent::name)
                .containsExactly("b");
    }

    @Test
    default void keepsOnlyTheNewestEvents() {
        announced(HERE, "a", "b", "c", "d");
        announced(THERE, "e");
        delivered(10);
        long first = store().queues().events(HERE, 0, 1).getFirst().sequence();
        assertThat(store().queues().count(HERE, first, store().queues().lastSequence(HERE)))
                .isEqualTo(3);
        assertThat(store().queues().forgetDelivered(HERE, NOON, 2)).isEqualTo(2);
        assertThat(store().queues().events(HERE, 0, 10))
                .extracting(OutboxEvent::name)
                .containsExactly("c", "d");
        assertThat(store().queues().events(THERE, 0, 10)).hasSize(1);
    }

    @Test
    default void deliversEachEventToOneReceiver() {
        for (int i = 0; i < 20; i++) {
            announced(HERE, i + "a", i + "b", i + "c");
        }
        ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
        together(8, number -> {
            int count = 0;
            for (int i = 0; i < 20; i++) {
                count += store().queues().deliver(5, event -> taken.add(event.name()));
            }
            return count;
        });
        assertThat(taken).hasSize(60).doesNotHaveDuplicates();
    }

    private void schedule(String account, String subject, Instant at) {
        store().write(account, unit -> {
            unit.schedule(new Due(account, "end", subject, at));
            return account;
        });
    }

    private List<String> due(String account, Instant by) {
        List<String> subjects = new ArrayList<>();
        while (true) {
            Due next = store().queues().nextDue(account, by).orElse(null);
            if (next == null) {
                return subjects;
            }
            assertThat(store().<Boolean>write(account, unit -> unit.take(next))).isTrue();
            assertThat(store().<Boolean>write(account, unit -> unit.take(next))).isFalse();
            subjects.add(next.subject());
        }
    }

    @Test
    default void returnsDueTimesInOrder() {
        schedule(HERE, "third", NOON.plusSeconds(2));
        schedule(HERE, "first", NOON.plusSeconds(1));
        schedule(HERE, "second", NOON.plusSeconds(1));
        schedule(HERE, "fourth", NOON.plusSeconds(3));
        schedule(THERE, "other", NOON);
        assertThat(store().queues().accountsWithDue()).containsExactly(HERE, THERE);
        assertThat(due(HERE, NOON)).isEmpty();
        assertThat(due(HERE, NOON.plusSeconds(2))).containsExactly("first", "second", "third");
        assertThat(due(HERE, NOON.plusSeconds(9))).containsExactly("fourth");
        assertThat(store().queues().accountsWithDue()).containsExactly(THERE);
    }

    @Test
    default void reschedulesAndCancelsDueTimes() {
        schedule(HERE, "a", NOON);
        Due before = store().queues().nextDue(HERE, NOON).orElseThrow();
        assertThat(before).isEqualTo(new Due(HERE, "end", "a", NOON));
        schedule(HERE, "a", NOON.plusSeconds(5));
        assertThat(store().queues().nextDue(HERE, NOON)).isEmpty();
        assertThat(store().<Boolean>write(HERE, unit -> unit.take(before))).isFalse();
        store().write(HERE, unit -> {
            unit.cancel("end", "a");
            return HERE;
        });
        assertThat(store().queues().accountsWithDue()).isEmpty();
    }

    @Test
    default void seesDueTimesRescheduledInItsUnit() {
        boolean taken = store().write(HERE, unit -> {
            unit.schedule(new Due(HERE, "end", "forgotten", NOON));
            unit.cancel("end", "forgotten");
            unit.schedule(new Due(HERE, "end", "moved", NOON));
            unit.schedule(new Due(HERE, "end", "moved", NOON.plusSeconds(1)));
            unit.schedule(new Due(HERE, "end", "taken", NOON));
            return unit.take(new Due(HERE, "end", "taken", NOON));
        });
        assertThat(taken).isTrue();
        assertThat(due(HERE, NOON)).isEmpty();
        assertThat(due(HERE, NOON.plusSeconds(1))).containsExactly("moved");
    }

    @Test
    default void forgetsAnAccountWithEverythingInIt() {
        inserted(HERE, "red");
        inserted(HERE, "blue");
        inserted(THERE, "red");
        assertThat(found(HERE, "red")).isPresent();
        announced(HERE, "a");
        announced(THERE, "b");
        store().write(HERE, unit -> {
            unit.schedule(new Due(HERE, "unpack", "red", NOON));
            return HERE;
        });

        store().write(HERE, unit -> {
            unit.forgetAccount();
            return HERE;
        });

        assertThat(found(HERE, "red")).isEmpty();
        assertThat(count(HERE)).isZero();
        assertThat(store().queues().nextDue(HERE, NOON)).isEmpty();
        assertThat(delivered(10)).containsExactly("b");
        assertThat(count(THERE)).isEqualTo(1);
        inserted(HERE, "red");
        assertThat(count(HERE)).isEqualTo(1);
    }
}

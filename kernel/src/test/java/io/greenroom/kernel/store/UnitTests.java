package io.greenroom.kernel.store;

import static io.greenroom.kernel.store.StoreFixture.box;
import static io.greenroom.kernel.store.StoreFixture.refusal;
import static io.greenroom.kernel.store.StoreFixture.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Units are atomic and isolated. */
interface UnitTests extends StoreFixture {
    private static Doc slot(Transaction unit, int place) {
        return unit.blank(SLOTS).put("shelf", "a").put("place", place);
    }

    private static OutboxEvent event(String name, String account) {
        return new OutboxEvent(0, account, name, Instant.parse("2026-01-01T12:00:00Z"), "{}");
    }

    @Test
    default void rollsBackAUnitThatThrows() {
        Refusal refusal = refusal();
        Doc old = inserted(HERE, "old");
        assertThatThrownBy(() -> store().write(HERE, unit -> {
                    unit.insert(BOXES, box(unit, "1"));
                    unit.update(BOXES, old.copy().put("size", 1));
                    assertThat(unit.in(BOXES).count()).isEqualTo(2);
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(found(HERE, "1")).isEmpty();
        assertThat(found(HERE, "old")).contains(old);
        assertThat(count(HERE)).isEqualTo(1);
        changed(old, "size", 2);
    }

    @Test
    default void passesErrorsOn() {
        Error error = new StackOverflowError();
        assertThatThrownBy(() -> store().write(HERE, unit -> {
                    unit.insert(BOXES, box(unit, "1"));
                    throw error;
                }))
                .isSameAs(error);
        assertThatThrownBy(() -> store().read(HERE, unit -> {
                    throw error;
                }))
                .isSameAs(error);
        assertThat(count(HERE)).isZero();
    }

    @Test
    default void keepsTheUnitsAroundOneThatThrows() {
        List<Boolean> kept = together(100, number -> {
            try {
                store().write(HERE, unit -> {
                    unit.insert(BOXES, box(unit, number));
                    if (number % 3 == 0) {
                        throw refusal();
                    }
                    return unit.account();
                });
                return true;
            } catch (Refusal refused) {
                return false;
            }
        });
        assertThat(Collections.frequency(kept, true)).isEqualTo(66);
        List<Doc> boxes = store().read(HERE, unit -> unit.in(BOXES).list());
        assertThat(boxes).hasSize(66).noneMatch(box -> box.number("size") % 3 == 0);
        assertThat(count(HERE)).isEqualTo(66);
    }

    @Test
    default void keepsAppendsOfManyUnits() {
        together(100, number -> {
            try {
                return store().write(HERE, unit -> {
                    unit.append(SLOTS, slot(unit, number));
                    unit.announce(event("e" + number, HERE));
                    if (number % 3 == 0) {
                        throw refusal();
                    }
                    return true;
                });
            } catch (Refusal refused) {
                return false;
            }
        });
        List<Doc> slots = store().read(HERE, unit -> unit.in(SLOTS).list());
        assertThat(slots).hasSize(66).noneMatch(slot -> slot.number("place") % 3 == 0);
        assertThat(store().queues().events(HERE, 0, 1_000)).hasSize(66);
    }

    @Test
    default void appendsInTheOrderOfCalls() {
        store().write(HERE, unit -> {
            for (int number = 0; number < 20; number++) {
                unit.append(SLOTS, slot(unit, number));
                unit.announce(event("e" + number, HERE));
            }
            return HERE;
        });
        List<Doc> slots = store().read(HERE, unit -> unit.in(SLOTS).list());
        assertThat(slots).extracting(slot -> slot.number("place")).isSorted().hasSize(20);
        assertThat(store().queues().events(HERE, 0, 1_000))
                .extracting(OutboxEvent::name)
                .startsWith("e0", "e1")
                .hasSize(20);
    }

    @Test
    default void takesDocumentsThatAreInsertedAndAppendedInTurn() {
        for (int number = 0; number < 12; number += 2) {
            int even = number;
            store().write(HERE, unit -> unit.insert(SLOTS, slot(unit, even)));
            store().write(HERE, unit -> {
                unit.append(SLOTS, slot(unit, even + 1));
                return HERE;
            });
        }
        List<Doc> slots = store().read(HERE, unit -> unit.in(SLOTS).list());
        assertThat(slots).extracting(slot -> slot.number("place")).isSorted().hasSize(12);
    }

    @Test
    default void removesAppendsOfAnAccountInTheSameUnit() {
        store().write(HERE, unit -> {
            unit.append(SLOTS, slot(unit, 1));
            unit.announce(event("gone", HERE));
            unit.as(THERE).announce(event("kept", THERE));
            unit.forgetAccount();
            return HERE;
        });
        assertThat(store().<List<Doc>>read(HERE, unit -> unit.in(SLOTS).list())).isEmpty();
        assertThat(store().queues().events(HERE, 0, 10)).isEmpty();
        assertThat(store().queues().events(THERE, 0, 10)).hasSize(1);
    }

    @Test
    default void appendsNothingThatIsCounted() {
        assertThatThrownBy(() -> store().write(HERE, unit -> {
                    unit.append(BOXES, box(unit, 1));
                    return HERE;
                }))
                .isInstanceOf(ContractViolation.class);
    }

    @Test
    default void makesEveryAnsweredUnitDurable() {
        together(64, number -> {
            for (int i = 0; i < 10; i++) {
                inserted(HERE, number + "-" + i);
            }
            return number;
        });
        reopened();
        assertThat(count(HERE)).isEqualTo(640);
        assertThat(store().<List<Doc>>read(HERE, unit -> unit.in(BOXES).list())).hasSize(640);
    }

    @Test
    default void losesNoChangeToAnother() {
        inserted(HERE, "1");
        together(16, number -> {
            for (int i = 0; i < 10; i++) {
                store().write(HERE, unit -> {
                    Doc box = unit.find(BOXES, "1").orElseThrow();
                    return unit.update(BOXES, box.copy().put("size", box.number("size", 0) + 1));
                });
            }
            return number;
        });
        assertThat(found(HERE, "1").orElseThrow().number("size")).isEqualTo(160);
    }

    @Test
    default void grantsAUniqueValueToOneOfManyUnits() {
        List<Boolean> won = together(12, number -> {
            try {
                store().write("account " + number, unit -> {
                    if (unit.across(BOXES).where("label", "mine").exists()) {
                        throw refusal();
                    }
                    return unit.insert(BOXES, box(unit, "1").put("label", "mine"));
                });
                return true;
            } catch (Refusal refused) {
                return false;
            }
        });
        assertThat(Collections.frequency(won, true)).isEqualTo(1);
    }

    @Test
    default void runsUnitsThatCrossOverToEachOthersAccounts() {
        together(8, number -> {
            String own = number % 2 == 0 ? HERE : THERE;
            String other = number % 2 == 0 ? THERE : HERE;
            for (int i = 0; i < 3; i++) {
                String id = number + "-" + i;
                store().write(own, unit -> {
                    unit.insert(BOXES, box(unit, id));
                    Transaction there = unit.as(other);
                    return there.insert(BOXES, box(there, id));
                });
            }
            return number;
        });
        assertThat(count(HERE)).isEqualTo(24);
        assertThat(count(THERE)).isEqualTo(24);
    }

    @Test
    default void readsOneSnapshotDuringOtherWrites() {
        Doc left = inserted(HERE, "left");
        Doc right = inserted(HERE, "right");
        assertThat(found(HERE, "left")).isPresent();
        assertThat(found(HERE, "right")).isPresent();
        AtomicBoolean first = new AtomicBoolean(true);
        List<Long> versions = store().read(HERE, unit -> {
            long leftVersion = unit.find(BOXES, "left").orElseThrow().version();
            if (first.getAndSet(false)) {
                CompletableFuture.runAsync(() -> store().write(HERE, other -> {
                            other.update(BOXES, left.copy().put("size", 1));
                            return other.update(BOXES, right.copy().put("size", 1));
                        }))
                        .join();
            }
            long listed = unit.in(BOXES).where("colour", "none").count();
            return List.of(leftVersion, unit.find(BOXES, "right").orElseThrow().version(), listed);
        });
        assertThat(versions).isIn(List.of(1L, 1L, 0L), List.of(2L, 2L, 0L));
    }

    /** Two boxes always change together: no unit may see them differ, whichever way it reads them. */
    @Test
    default void showsNoHalfFinishedUnit() {
        changeBoth(0);
        int writers = 3;
        int readers = 8;
        Phaser turns = new Phaser(writers + readers);
        List<Callable<Integer>> works = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int writer = i;
            works.add(() -> inTurns(turns, turn -> changeBoth(turn * 10 + writer)));
        }
        for (int i = 0; i < readers; i++) {
            int reader = i;
            works.add(() -> inTurns(turns, turn -> store().read(HERE, unit -> seen(unit, reader))));
        }
        assertThat(together(works)).containsOnly(150);
    }

    /** Runs work 150 times, each time together with all others in the phaser, and returns the number of runs. */
    private static int inTurns(Phaser turns, IntConsumer work) {
        int done = 0;
        try {
            while (done < 150) {
                turns.arriveAndAwaitAdvance();
                done++;
                work.accept(done);
            }
            return done;
        } finally {
            turns.arriveAndDeregister();
        }
    }

    private void changeBoth(int size) {
        store().write(HERE, unit -> {
            boolean remove = size % 7 == 0;
            for (String id : List.of("left", "right")) {
                Optional<Doc> known = unit.find(BOXES, id);
                if (remove && known.isPresent()) {
                    unit.delete(BOXES, known.get());
                } else if (known.isPresent()) {
                    unit.update(BOXES, known.get().copy().put("size", size).put("colour", "c" + size % 3));
                } else if (!remove) {
                    unit.insert(BOXES, box(unit, id).put("size", size).put("colour", "c" + size % 3));
                }
            }
            return unit.account();
        });
    }

    /** Reads both boxes in one of several ways. */
    private static boolean seen(Transaction unit, int way) {
        Optional<Doc> left = unit.find(BOXES, "left");
        Optional<Doc> right = way % 2 == 0
                ? unit.find(BOXES, "right")
                : unit.in(BOXES).list().stream()
                        .filter(box -> box.id().equals("right"))
                        .findFirst();
        assertThat(left.map(box -> box.number("size"))).isEqualTo(right.map(box -> box.number("size")));
        if (way % 4 >= 2) {
            assertThat(unit.in(BOXES).count()).isEqualTo(left.isPresent() ? 2 : 0);
            left.ifPresent(box -> assertThat(
                            unit.in(BOXES).where("colour", box.text("colour")).count())
                    .isEqualTo(2));
            assertThat(unit.find(BOXES, "left")).isEqualTo(left);
        }
        return true;
    }
}

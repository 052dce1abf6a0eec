package io.greenroom.kernel.store;

import static io.greenroom.kernel.store.StoreFixture.box;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Storing single documents. */
interface DocumentTests extends StoreFixture {

    @Test
    default void keepsADocumentWithAllItsKindsOfValues() {
        Doc stored = store().write(HERE, unit -> {
            Doc owner = new Doc(CONTRACT.schema("Box")
                            .property("owner")
                            .orElseThrow()
                            .schema())
                    .put("name", "Ada");
            return unit.insert(
                    BOXES,
                    box(unit, "1")
                            .put("label", "Bücher 📚 \"'\\\n")
                            .put("size", 1L << 60)
                            .put("weight", 2.5)
                            .put("is_open", true)
                            .put("owner", owner)
                            .put("tags", List.of("a", "b")));
        });
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.position()).isPositive();
        reopened();
        Doc read = found(HERE, "1").orElseThrow();
        assertThat(read).isEqualTo(stored);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.position()).isEqualTo(stored.position());
        assertThatThrownBy(() -> read.put("label", "x")).isInstanceOf(ContractViolation.class);
    }

    @Test
    default void changesADocument() {
        Doc first = inserted(HERE, "1");
        assertThat(found(HERE, "1")).contains(first);
        Doc second = changed(first, "colour", "red");
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.position()).isEqualTo(first.position());
        assertThat(found(HERE, "1")).contains(second);
        assertThat(first.has("colour")).isFalse();
    }

    @Test
    default void changesADocumentTwiceInAUnit() {
        Doc last = store().write(HERE, unit -> {
            Doc first = unit.insert(BOXES, box(unit, "1"));
            Doc second = unit.update(BOXES, first.copy().put("size", 2));
            assertThat(unit.find(BOXES, "1")).contains(second);
            return unit.update(BOXES, second.copy().put("size", 3));
        });
        assertThat(last.version()).isEqualTo(3);
        assertThat(found(HERE, "1").orElseThrow().number("size")).isEqualTo(3);
    }

    @Test
    default void deletesADocument() {
        Doc box = inserted(HERE, "1");
        assertThat(found(HERE, "1")).isPresent();
        store().write(HERE, unit -> {
            unit.delete(BOXES, box);
            assertThat(unit.find(BOXES, "1")).isEmpty();
            assertThat(unit.in(BOXES).list()).isEmpty();
            return box;
        });
        assertThat(found(HERE, "1")).isEmpty();
        Doc again = inserted(HERE, "1");
        assertThat(again.position()).as("no position is used twice").isGreaterThan(box.position());
    }

    @Test
    default void freezesStoredDocuments() {
        store().write(HERE, unit -> {
            Doc box = box(unit, "1");
            unit.insert(BOXES, box);
            assertThatThrownBy(() -> box.put("label", "x")).isInstanceOf(ContractViolation.class);
            return box;
        });
    }

    @Test
    default void failsToChangeAMissingDocument() {
        Doc box = inserted(HERE, "1");
        changed(box, "size", 1);
        assertThatThrownBy(() -> changed(box, "size", 2)).as("an older version").isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> store().write(THERE, unit -> unit.update(BOXES, box.copy())))
                .as("another account's")
                .isInstanceOf(ContractViolation.class);
        Doc now = found(HERE, "1").orElseThrow();
        assertThatThrownBy(() -> changed(now, "id", "2")).as("another key").isInstanceOf(ContractViolation.class);
        removed(now);
        assertThatThrownBy(() -> changed(now, "size", 2)).as("a deleted one").isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> removed(now)).as("a deleted one").isInstanceOf(ContractViolation.class);
        assertThat(count(HERE)).isZero();
    }

    @Test
    default void failsToWriteInAReadOnlyUnit() {
        assertThatThrownBy(() -> store().read(HERE, unit -> unit.insert(BOXES, box(unit, "1"))))
                .isInstanceOf(ContractViolation.class);
        assertThat(count(HERE)).isZero();
    }

    @Test
    default void failsToStoreADocumentOfAnotherSchema() {
        assertThatThrownBy(() -> store().write(HERE, unit -> unit.insert(SLOTS, box(unit, "1"))))
                .isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> store().read(HERE, unit -> unit.find(Table.of("bags", "Box"), "1")))
                .isInstanceOf(ContractViolation.class);
    }

    @Test
    default void joinsTheFieldsOfAKey() {
        store().write(
                        HERE,
                        unit -> unit.insert(
                                SLOTS,
                                unit.blank(SLOTS)
                                        .put("shelf", "A")
                                        .put("place", 7)
                                        .put("note", "seven")));
        Doc slot = store().read(HERE, unit -> unit.find(SLOTS, "A/7")).orElseThrow();
        assertThat(slot.text("note")).isEqualTo("seven");
    }

    @Test
    default void keepsAccountsApart() {
        inserted(HERE, "1");
        assertThat(found(THERE, "1")).isEmpty();
        inserted(THERE, "1");
        assertThat(count(HERE)).isEqualTo(1);
        assertThat(store().<Long>read(HERE, unit -> unit.as(THERE).in(BOXES).count()))
                .isEqualTo(1);
        assertThat(store().<Long>read(HERE, unit -> unit.across(BOXES).count())).isEqualTo(2);
        assertThat(store().<List<String>>read(HERE, unit -> unit.across(BOXES).accounts()))
                .containsExactly(HERE, THERE);
    }

    @Test
    default void enforcesUniqueColumns() {
        Doc first = inserted(HERE, "1");
        changed(first, "label", "x");
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> store().write(THERE, unit -> {
                    runs.incrementAndGet();
                    return unit.insert(BOXES, box(unit, "2").put("label", "x"));
                }))
                .isInstanceOf(ContractViolation.class);
        assertThat(runs.get()).isBetween(1, 3);
        assertThatThrownBy(() -> inserted(HERE, "1")).isInstanceOf(ContractViolation.class);
        assertThat(count(HERE)).isEqualTo(1);
    }
}

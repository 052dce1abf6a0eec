package io.greenroom.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Contract;
import io.greenroom.contract.ContractReader;
import io.greenroom.contract.Failure;
import io.greenroom.kernel.Breach;
import io.greenroom.kernel.Clock;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine must do. */
@SuppressWarnings("NullAway.Init") // the store is opened before each test
abstract class StoreSuite {
    static final Table BOXES = Table.of("boxes", "Box")
            .columns("label", "colour", "size", "is_open", "packed_at", "owner_name")
            .counted()
            .counted("colour")
            .counted("is_open", "size");
    static final Table SLOTS = Table.of("slots", "Slot").key("shelf", "place");
    static final String HERE = "here";
    static final String THERE = "there";

    private static final Contract CONTRACT = ContractReader.folder(Path.of("src/test/resources/store"));
    static final StoreSetup SETUP = new StoreSetup(CONTRACT, List.of(BOXES, SLOTS), Clock.system());

    Store store;

    /** Opens an empty store, or the same one again after it was closed. */
    abstract Store open();

    @BeforeEach
    final void begin() {
        store = open();
    }

    @AfterEach
    final void end() {
        store.close();
    }

    static Doc box(Transaction unit, String id) {
        return unit.blank(BOXES).put("id", id);
    }

    Doc inserted(String account, String id) {
        return store.write(account, unit -> unit.insert(BOXES, box(unit, id)));
    }

    Optional<Doc> found(String account, String id) {
        return store.read(account, unit -> unit.find(BOXES, id));
    }

    long count(String account) {
        return store.read(account, unit -> unit.in(BOXES).count());
    }

    static Refusal refusal() {
        return new Refusal(new Failure("box-full", 400, 300, "The box is full.", false), Map.of());
    }

    @Test
    void keepsADocumentWithAllItsKindsOfValues() {
        Doc stored = store.write(HERE, unit -> {
            Doc owner = new Doc(CONTRACT.schema("Box")
                            .property("owner")
                            .orElseThrow()
                            .schema())
                    .put("name", "Ada");
            return unit.insert(
                    BOXES,
                    box(unit, "1")
                            .put("label", "Bücher 📚 \"'\\")
                            .put("size", 1L << 60)
                            .put("weight", 2.5)
                            .put("open", true)
                            .put("owner", owner)
                            .put("tags", List.of("a", "b")));
        });
        assertThat(stored.version()).isEqualTo(1);
        assertThat(stored.position()).isPositive();
        store.close();
        store = open();
        Doc read = found(HERE, "1").orElseThrow();
        assertThat(read).isEqualTo(stored);
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.position()).isEqualTo(stored.position());
        assertThatThrownBy(() -> read.put("label", "x")).isInstanceOf(Breach.class);
    }

    @Test
    void changesADocument() {
        Doc first = inserted(HERE, "1");
        Doc second = store.write(HERE, unit -> unit.update(BOXES, first.copy().put("colour", "red")));
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.position()).isEqualTo(first.position());
        assertThat(found(HERE, "1")).contains(second);
    }

    @Test
    void deletesADocument() {
        Doc box = inserted(HERE, "1");
        assertThat(found(HERE, "1")).isPresent();
        store.write(HERE, unit -> {
            unit.delete(BOXES, box);
            assertThat(unit.find(BOXES, "1")).isEmpty();
            return box;
        });
        assertThat(found(HERE, "1")).isEmpty();
        Doc again = inserted(HERE, "1");
        assertThat(again.position()).isGreaterThan(box.position());
    }

    @Test
    void freezesWhatItKeeps() {
        store.write(HERE, unit -> {
            Doc box = box(unit, "1");
            unit.insert(BOXES, box);
            assertThatThrownBy(() -> box.put("label", "x")).isInstanceOf(Breach.class);
            return box;
        });
    }

    @Test
    void holdsItABreachToChangeWhatIsNotThere() {
        Doc box = inserted(HERE, "1");
        store.write(HERE, unit -> unit.update(BOXES, box.copy().put("size", 1)));
        assertThatThrownBy(() ->
                        store.write(HERE, unit -> unit.update(BOXES, box.copy().put("size", 2))))
                .as("an older version")
                .isInstanceOf(Breach.class);
        assertThatThrownBy(() -> store.write(THERE, unit -> unit.update(BOXES, box.copy())))
                .as("another account's")
                .isInstanceOf(Breach.class);
        Doc now = found(HERE, "1").orElseThrow();
        assertThatThrownBy(() ->
                        store.write(HERE, unit -> unit.update(BOXES, now.copy().put("id", "2"))))
                .as("another key")
                .isInstanceOf(Breach.class);
        store.write(HERE, unit -> {
            unit.delete(BOXES, now);
            return now;
        });
        assertThatThrownBy(() ->
                        store.write(HERE, unit -> unit.update(BOXES, now.copy().put("size", 2))))
                .as("a deleted one")
                .isInstanceOf(Breach.class);
        assertThat(count(HERE)).isZero();
    }

    @Test
    void holdsItABreachToChangeAnythingInAUnitThatReads() {
        assertThatThrownBy(() -> store.read(HERE, unit -> unit.insert(BOXES, box(unit, "1"))))
                .isInstanceOf(Breach.class);
        assertThat(count(HERE)).isZero();
    }

    @Test
    void joinsTheFieldsOfAKey() {
        store.write(
                HERE,
                unit -> unit.insert(
                        SLOTS,
                        unit.blank(SLOTS).put("shelf", "A").put("place", 7).put("note", "seven")));
        Doc slot = store.read(HERE, unit -> unit.find(SLOTS, "A/7")).orElseThrow();
        assertThat(slot.text("note")).isEqualTo("seven");
    }

    @Test
    void keepsAccountsApart() {
        inserted(HERE, "1");
        assertThat(found(THERE, "1")).isEmpty();
        inserted(THERE, "1");
        assertThat(count(HERE)).isEqualTo(1);
        assertThat(store.<Long>read(HERE, unit -> unit.as(THERE).in(BOXES).count()))
                .isEqualTo(1);
        assertThat(store.<Long>read(HERE, unit -> unit.across(BOXES).count())).isEqualTo(2);
        assertThat(store.<List<String>>read(HERE, unit -> unit.across(BOXES).accounts()))
                .containsExactly(HERE, THERE);
    }

    @Test
    void undoesAUnitThatThrows() {
        Refusal refusal = refusal();
        assertThatThrownBy(() -> store.write(HERE, unit -> {
                    unit.insert(BOXES, box(unit, "1"));
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(found(HERE, "1")).isEmpty();
        assertThat(count(HERE)).isZero();
    }

    @Test
    void keepsWhatIsUniqueUnique() {
        store.write(HERE, unit -> unit.insert(BOXES, box(unit, "1").put("label", "x")));
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> store.write(THERE, unit -> {
                    runs.incrementAndGet();
                    return unit.insert(BOXES, box(unit, "2").put("label", "x"));
                }))
                .isInstanceOf(Breach.class);
        assertThat(runs.get()).isBetween(1, 3);
        assertThatThrownBy(() -> inserted(HERE, "1")).isInstanceOf(Breach.class);
        assertThat(count(HERE)).isEqualTo(1);
    }
}

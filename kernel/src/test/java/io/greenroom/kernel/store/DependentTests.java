package io.greenroom.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents that depend on others: notes on items, items on boxes. */
interface DependentTests extends StoreFixture {

    private static void item(Transaction unit, String id, String boxId) {
        unit.insert(ITEMS, unit.blank(ITEMS).put("id", id).put("box_id", boxId).put("bytes", 7));
        unit.insert(NOTES, unit.blank(NOTES).put("id", "about " + id).put("item_id", id));
    }

    private List<String> items(String account) {
        return store().read(
                        account,
                        unit -> unit.in(ITEMS).list().stream().map(Doc::id).toList());
    }

    private long notes(String account) {
        return store().read(account, unit -> unit.in(NOTES).count());
    }

    private void twoBoxes(String account) {
        inserted(account, "a");
        inserted(account, "b");
        store().write(account, unit -> {
            item(unit, "a1", "a");
            item(unit, "a2", "a");
            item(unit, "b1", "b");
            return unit.account();
        });
    }

    @Test
    default void deletesDependentDocuments() {
        twoBoxes(HERE);
        twoBoxes(THERE);
        removed(found(HERE, "a").orElseThrow());
        assertThat(items(HERE)).containsExactly("b1");
        assertThat(notes(HERE)).isEqualTo(1);
        assertThat(items(THERE)).as("another account").containsExactly("a1", "a2", "b1");
        assertThat(notes(THERE)).isEqualTo(3);
        assertThat(store().<Boolean>read(HERE, unit -> unit.find(ITEMS, "a1").isPresent()))
                .isFalse();
    }

    @Test
    default void deletesDocumentsThatReferToItInAnyColumn() {
        twoBoxes(HERE);
        store().write(
                        HERE,
                        unit -> unit.insert(
                                ITEMS,
                                unit.blank(ITEMS)
                                        .put("id", "both")
                                        .put("box_id", "b")
                                        .put("spare_box_id", "a")));
        removed(found(HERE, "a").orElseThrow());
        assertThat(items(HERE)).containsExactly("b1");
    }

    @Test
    default void deletesDependentsAndKeepsTheDocument() {
        twoBoxes(HERE);
        store().write(HERE, unit -> {
            unit.append(NOTES, unit.blank(NOTES).put("id", "appended").put("item_id", "b1"));
            unit.forget("box", "b");
            assertThat(unit.find(ITEMS, "b1")).isEmpty();
            assertThat(unit.find(BOXES, "b")).isPresent();
            return unit.account();
        });
        assertThat(items(HERE)).containsExactly("a1", "a2");
        assertThat(notes(HERE)).isEqualTo(2);
    }

    @Test
    default void keepsTotalsOfDeletedDependents() {
        int many = 1203;
        inserted(HERE, "a");
        store().write(HERE, unit -> {
            for (int i = 0; i < many; i++) {
                item(unit, "a" + i, "a");
            }
            item(unit, "b1", "b");
            return unit.account();
        });
        assertThat(store().<Long>read(HERE, unit -> unit.in(ITEMS).sum("bytes")))
                .isEqualTo(7L * (many + 1));
        removed(found(HERE, "a").orElseThrow());
        store().read(HERE, unit -> {
            assertThat(unit.in(ITEMS).count()).isEqualTo(1);
            assertThat(unit.in(ITEMS).sum("bytes")).isEqualTo(7);
            assertThat(unit.in(NOTES).count()).isEqualTo(1);
            return unit.account();
        });
    }

    @Test
    default void keepsDependentsIfTheRemovalIsRolledBack() {
        twoBoxes(HERE);
        assertThatThrownBy(() -> store().write(HERE, unit -> {
                    unit.delete(BOXES, unit.find(BOXES, "a").orElseThrow());
                    throw StoreFixture.refusal();
                }))
                .isInstanceOf(Refusal.class);
        assertThat(items(HERE)).containsExactly("a1", "a2", "b1");
        assertThat(notes(HERE)).isEqualTo(3);
    }

    @Test
    default void requiresTheTablesThatDependentsReferTo() {
        List<List<Table>> wrong = List.of(
                List.of(BOXES, NOTES),
                List.of(BOXES, ITEMS, NOTES, SLOTS.kind("item")),
                List.of(BOXES, SLOTS.goesWith("box", "shelf")));
        for (List<Table> tables : wrong) {
            assertThatThrownBy(() -> reopened(new StoreSetup(CONTRACT, tables, SETUP.clock())))
                    .isInstanceOf(ContractViolation.class);
        }
        reopened();
        assertThatThrownBy(() -> store().write(HERE, unit -> {
                    unit.forget("shelf", "1");
                    return unit.account();
                }))
                .isInstanceOf(ContractViolation.class);
    }
}

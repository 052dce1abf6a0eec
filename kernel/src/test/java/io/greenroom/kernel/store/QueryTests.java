package io.greenroom.kernel.store;

import static io.greenroom.kernel.store.StoreFixture.box;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Querying documents by their columns. */
interface QueryTests extends StoreFixture {

    /** The ids of the documents that a query finds. */
    private List<String> ids(UnaryOperator<Query> query) {
        return store().read(HERE, unit -> query.apply(unit.in(BOXES)).list().stream()
                .map(Doc::id)
                .toList());
    }

    private void given(String id, Consumer<Doc> fields) {
        store().write(HERE, unit -> {
            Doc box = box(unit, id);
            fields.accept(box);
            return unit.insert(BOXES, box);
        });
    }

    @Test
    default void findsTextsNumbersAndBooleans() {
        given("1", box -> box.put("colour", "red").put("size", 1).put("is_open", true));
        given("2", box -> box.put("colour", "blue").put("size", 2).put("is_open", false));
        given("3", box -> box.put("colour", "red").put("size", 3));
        assertThat(ids(all -> all)).containsExactly("1", "2", "3");
        assertThat(ids(all -> all.newestFirst())).containsExactly("3", "2", "1");
        assertThat(ids(all -> all.where("colour", "red"))).containsExactly("1", "3");
        assertThat(ids(all -> all.where("colour", "red").where("size", 3))).containsExactly("3");
        assertThat(ids(all -> all.where("size", 2L))).containsExactly("2");
        assertThat(ids(all -> all.where("is_open", true))).containsExactly("1");
        assertThat(ids(all -> all.where("is_open", false))).containsExactly("2");
        assertThat(ids(all -> all.whereNone("is_open"))).containsExactly("3");
        assertThat(ids(all -> all.between("size", 2, 3))).containsExactly("2");
        assertThat(ids(all -> all.where("colour", "green"))).isEmpty();
    }

    @Test
    default void findsOneOfSeveralValues() {
        for (int i = 1; i <= 5; i++) {
            int size = i;
            given(String.valueOf(i), box -> box.put("size", size));
        }
        assertThat(ids(all -> all.whereIn("size", List.of(1, 3, 5)))).containsExactly("1", "3", "5");
        assertThat(ids(all -> all.whereIn("size", List.of(4)))).containsExactly("4");
        assertThat(ids(all -> all.whereIn("size", List.of()))).isEmpty();
        List<Integer> many = IntStream.range(3, 3000).boxed().toList();
        assertThat(ids(all -> all.whereIn("size", many))).containsExactly("3", "4", "5");
    }

    @Test
    default void findsByFieldsOfObjects() {
        Doc owner =
                new Doc(CONTRACT.schema("Box").property("owner").orElseThrow().schema()).put("name", "Ada");
        given("1", box -> box.put("owner", owner));
        given("2", box -> {});
        assertThat(ids(all -> all.where("owner_name", "ada"))).containsExactly("1");
        assertThat(ids(all -> all.whereNone("owner_name"))).containsExactly("2");
    }

    @Test
    default void findsTextsInAnyCase() {
        Doc owner =
                new Doc(CONTRACT.schema("Box").property("owner").orElseThrow().schema()).put("name", "Ünal I");
        given("1", box -> box.put("owner", owner));
        given("2", box -> {});
        assertThat(ids(all -> all.whereInAnyCase("owner_name", "Ünal I"))).containsExactly("1");
        assertThat(ids(all -> all.whereInAnyCase("owner_name", "ÜNAL i"))).containsExactly("1");
        assertThat(ids(all -> all.whereInAnyCase("owner_name", "unal i"))).isEmpty();
    }

    @Test
    default void comparesTextsByTheirBytes() {
        given("1", box -> box.put("packed_at", "2026-01-01T10:00:00Z"));
        given("2", box -> box.put("packed_at", "2026-01-01T10:00:00.5Z"));
        given("3", box -> box.put("packed_at", "2026-01-01T11:00:00Z"));
        assertThat(ids(all -> all.between("packed_at", "2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z")))
                .as("a point comes before the Z")
                .containsExactly("1");
        assertThat(ids(all -> all.between("packed_at", "2026-01-01T10:00:00", "2026-01-01T11:00:00Z")))
                .containsExactly("1", "2");
    }

    @Test
    default void answersFirstExistsAndCount() {
        given("1", box -> box.put("colour", "red"));
        given("2", box -> box.put("colour", "red").put("size", 9));
        store().read(HERE, unit -> {
            assertThat(unit.in(BOXES).where("colour", "red").first())
                    .map(Doc::id)
                    .contains("1");
            assertThat(unit.in(BOXES).newestFirst().first()).map(Doc::id).contains("2");
            assertThat(unit.in(BOXES).where("colour", "blue").first()).isEmpty();
            assertThat(unit.in(BOXES).where("size", 9).exists()).isTrue();
            assertThat(unit.in(BOXES).where("size", 8).exists()).isFalse();
            assertThat(unit.in(BOXES).count()).isEqualTo(2);
            assertThat(unit.in(BOXES).where("colour", "red").count()).isEqualTo(2);
            assertThat(unit.in(BOXES)
                            .where("colour", "red")
                            .where("colour", "blue")
                            .count())
                    .isZero();
            assertThat(unit.in(BOXES).where("size", 9).count()).isEqualTo(1);
            return unit.account();
        });
    }

    @Test
    default void sumsUpAColumn() {
        given("1", box -> box.put("colour", "red").put("size", 5));
        given("2", box -> box.put("colour", "red").put("size", -2).put("is_open", true));
        given("3", box -> box.put("colour", "blue"));
        store().read(HERE, unit -> {
            assertThat(unit.in(BOXES).sum("size")).isEqualTo(3);
            assertThat(unit.in(BOXES).where("colour", "red").sum("size")).isEqualTo(3);
            assertThat(unit.in(BOXES).where("colour", "blue").sum("size")).isZero();
            assertThat(unit.in(BOXES).where("colour", "green").sum("size")).isZero();
            assertThat(unit.in(BOXES).where("is_open", true).sum("size"))
                    .as("no kept total")
                    .isEqualTo(-2);
            assertThat(unit.in(BOXES).between("size", 0, 9).sum("size")).isEqualTo(5);
            assertThat(unit.across(BOXES).sum("size")).isEqualTo(3);
            return unit.account();
        });
        assertThat(store().<Long>read(THERE, unit -> unit.in(BOXES).sum("size")))
                .isZero();
    }

    @Test
    default void sumsWholeNumbersOnly() {
        Table weighed = BOXES.summed("weight");
        assertThatThrownBy(() -> reopened(new StoreSetup(CONTRACT, List.of(weighed), SETUP.clock())))
                .isInstanceOf(ContractViolation.class);
        reopened();
    }

    @Test
    default void failsForAnUnknownColumn() {
        assertThatThrownBy(() -> ids(all -> all.where("id", "1"))).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> ids(all -> all.whereNone("1 = 1 OR size"))).isInstanceOf(ContractViolation.class);
    }

    @Test
    default void failsToListTooManyDocuments() {
        store().write(HERE, unit -> {
            for (int i = 0; i < 10_000; i++) {
                unit.insert(BOXES, box(unit, i));
            }
            return unit.account();
        });
        assertThat(ids(all -> all)).hasSize(10_000);
        inserted(HERE, "one more");
        assertThatThrownBy(() -> ids(all -> all)).isInstanceOf(ContractViolation.class);
    }

    @Test
    default void countsListedDocuments() {
        Random random = new Random(4733);
        List<String> colours = List.of("red", "blue", "a=1", "1:a");
        for (int round = 0; round < 150; round++) {
            try {
                store().write(HERE, unit -> {
                    for (int step = 0; step < 4; step++) {
                        randomStep(unit, random, colours);
                    }
                    if (random.nextInt(5) == 0) {
                        throw StoreFixture.refusal();
                    }
                    totalsAreRight(unit);
                    return unit.account();
                });
            } catch (io.greenroom.kernel.doc.Refusal refused) {
                store().read(HERE, QueryTests::totalsAreRight);
            }
        }
        assertThat(reopened().<Long>read(HERE, QueryTests::totalsAreRight)).isPositive();
    }

    @Test
    default void countsDocumentsOfAnEarlierRelease() {
        Table before = Table.of("boxes", "Box").columns("colour").counted();
        reopened(new StoreSetup(CONTRACT, List.of(before), SETUP.clock()));
        for (int i = 0; i < 12; i++) {
            int number = i;
            store().write(
                            i % 2 == 0 ? HERE : THERE,
                            unit -> unit.insert(
                                    before,
                                    unit.blank(before)
                                            .put("id", "old" + number)
                                            .put("colour", "red")
                                            .put("size", number)));
        }
        reopened();
        given("new", box -> box.put("colour", "red").put("is_open", true).put("size", 1));
        store().read(HERE, unit -> {
            assertThat(unit.in(BOXES).count()).isEqualTo(7);
            assertThat(unit.in(BOXES).where("colour", "red").count()).isEqualTo(7);
            assertThat(unit.in(BOXES).where("size", 4).whereNone("is_open").count())
                    .isEqualTo(1);
            assertThat(unit.in(BOXES).sum("size")).isEqualTo(0 + 2 + 4 + 6 + 8 + 10 + 1);
            assertThat(unit.in(BOXES).where("colour", "red").sum("size")).isEqualTo(31);
            assertThat(unit.in(BOXES).where("size", 1).where("is_open", true).count())
                    .isEqualTo(1);
            return unit.account();
        });
        assertThat(count(THERE)).isEqualTo(6);
    }

    private static void randomStep(Transaction unit, Random random, List<String> colours) {
        String id = String.valueOf(random.nextInt(30));
        Doc known = unit.find(BOXES, id).orElse(null);
        if (known != null && random.nextInt(3) == 0) {
            unit.delete(BOXES, known);
            return;
        }
        Doc box = known == null ? box(unit, id) : known.copy();
        box.put("colour", colours.get(random.nextInt(colours.size()))).put("size", random.nextInt(3));
        if (random.nextBoolean()) {
            box.put("is_open", random.nextBoolean());
        } else {
            box.remove("is_open");
        }
        if (known == null) {
            unit.insert(BOXES, box);
        } else {
            unit.update(BOXES, box);
        }
    }

    private static long totalsAreRight(Transaction unit) {
        List<Doc> all = unit.in(BOXES).list();
        Map<List<Object>, Long> expected = new HashMap<>();
        for (Doc box : all) {
            expected.merge(List.of("colour", box.text("colour")), 1L, Long::sum);
            expected.merge(List.of("size", box.text("colour")), box.number("size"), Long::sum);
            expected.merge(
                    List.of("is_open", box.has("is_open") ? box.flag("is_open") : "none", box.number("size")),
                    1L,
                    Long::sum);
        }
        assertThat(unit.in(BOXES).count()).isEqualTo(all.size());
        assertThat(unit.in(BOXES).sum("size"))
                .isEqualTo(all.stream().mapToLong(box -> box.number("size")).sum());
        for (String colour : List.of("red", "blue", "a=1", "1:a", "green")) {
            assertThat(unit.in(BOXES).where("colour", colour).count())
                    .isEqualTo(expected.getOrDefault(List.<Object>of("colour", colour), 0L));
            assertThat(unit.in(BOXES).where("colour", colour).sum("size"))
                    .isEqualTo(expected.getOrDefault(List.<Object>of("size", colour), 0L));
        }
        for (Object open : List.of(true, false, "none")) {
            for (long size = 0; size < 3; size++) {
                Query query = unit.in(BOXES).where("size", size);
                Query whole = open.equals("none") ? query.whereNone("is_open") : query.where("is_open", open);
                assertThat(whole.count()).isEqualTo(expected.getOrDefault(List.of("is_open", open, size), 0L));
            }
        }
        return new ArrayList<>(all).size();
    }
}

package io.greenroom.kernel.store;

import static io.greenroom.kernel.store.StoreFixture.box;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Lists that are ordered by a column. */
interface OrderTests extends StoreFixture {
    List<String> COLUMNS = List.of("size", "packed_at", "weight", "is_open");
    List<String> TIMES = List.of("", "2026-01-01T10:00:00Z", "2026-01-01T10:00:00.5Z", "B", "a", "é", "line\nfeed");

    /** An order of boxes, for the store and for lists in memory. */
    record Order(String column, boolean descending) {
        Query of(Query query) {
            return descending ? query.descending(column) : query.ascending(column);
        }

        List<String> sorted(List<Doc> boxes) {
            List<Doc> with = boxes.stream().filter(box -> box.has(column)).toList();
            List<Doc> without = boxes.stream().filter(box -> !box.has(column)).toList();
            Comparator<Doc> byPosition = Comparator.comparingLong(Doc::position);
            Comparator<Doc> byValue = Comparator.comparing(this::value).thenComparing(byPosition);
            List<Doc> sorted = new ArrayList<>(with);
            sorted.sort(descending ? byValue.reversed() : byValue);
            List<Doc> rest = new ArrayList<>(without);
            rest.sort(descending ? byPosition.reversed() : byPosition);
            sorted.addAll(rest);
            return sorted.stream().map(Doc::id).toList();
        }

        @SuppressWarnings("unchecked") // texts, numbers and booleans all are
        private Comparable<Object> value(Doc box) {
            return (Comparable<Object>) Optional.ofNullable(box.get(column)).orElseThrow();
        }

        static List<Order> all() {
            return COLUMNS.stream()
                    .flatMap(column -> List.of(new Order(column, false), new Order(column, true)).stream())
                    .toList();
        }
    }

    private List<Doc> given(int boxes, Random random) {
        return store().write(HERE, unit -> {
            for (int i = 0; i < boxes; i++) {
                unit.insert(BOXES, shuffled(box(unit, String.valueOf(i)), random));
            }
            return unit.in(BOXES).list();
        });
    }

    private static Doc shuffled(Doc box, Random random) {
        box.put("colour", random.nextBoolean() ? "red" : "blue");
        set(box, "size", random, () -> random.nextLong(-3, 9));
        set(box, "packed_at", random, () -> TIMES.get(random.nextInt(TIMES.size())));
        set(box, "weight", random, () -> random.nextInt(8) / 4.0 - 1);
        set(box, "is_open", random, random::nextBoolean);
        return box;
    }

    private static void set(Doc box, String field, Random random, java.util.function.Supplier<Object> value) {
        if (random.nextInt(4) == 0) {
            box.remove(field);
        } else {
            box.put(field, value.get());
        }
    }

    private <T> T ask(UnaryOperator<Query> query, Function<Query, T> question) {
        return store().read(HERE, unit -> question.apply(query.apply(unit.in(BOXES))));
    }

    private static List<String> ids(List<Doc> boxes) {
        return boxes.stream().map(Doc::id).toList();
    }

    private List<String> listed(UnaryOperator<Query> query) {
        return ask(query, asked -> ids(asked.list()));
    }

    /** The ids on all pages, each requested with the serialized cursor of the one before it. */
    private List<String> paged(UnaryOperator<Query> query, int size) {
        List<String> ids = new ArrayList<>();
        Optional<Cursor> next = Optional.of(Cursor.START);
        while (next.isPresent()) {
            Query.Start start =
                    Query.Start.after(Cursor.parse(next.get().text()).orElseThrow());
            Query.Slice slice = ask(query, asked -> asked.page(start, size));
            ids.addAll(ids(slice.documents()));
            next = slice.next();
        }
        return ids;
    }

    @Test
    default void ordersLikeAListInMemory() {
        List<Doc> boxes = given(60, new Random(4733));
        List<Doc> red =
                boxes.stream().filter(box -> box.text("colour").equals("red")).toList();
        for (Order order : Order.all()) {
            assertThat(listed(order::of)).as("%s", order).isEqualTo(order.sorted(boxes));
            assertThat(paged(order::of, 7)).as("pages of %s", order).isEqualTo(order.sorted(boxes));
            assertThat(paged(query -> order.of(query.where("colour", "red")), 1))
                    .as("red ones of %s", order)
                    .isEqualTo(order.sorted(red));
            assertThat(ask(order::of, Query::first).map(Doc::id))
                    .contains(order.sorted(boxes).getFirst());
        }
    }

    @Test
    default void skipsDocumentsInAnOrder() {
        List<Doc> boxes = given(30, new Random(4734));
        for (Order order : Order.all()) {
            List<String> sorted = order.sorted(boxes);
            for (int skip = 0; skip <= 32; skip += 4) {
                Query.Start start = new Query.Start(Cursor.START, skip);
                Query.Slice slice = ask(order::of, query -> query.page(start, 5));
                assertThat(ids(slice.documents()))
                        .as("%s behind %s", order, skip)
                        .isEqualTo(sorted.subList(Math.min(skip, 30), Math.min(skip + 5, 30)));
                assertThat(slice.total()).isEqualTo(30);
                assertThat(slice.more()).isEqualTo(skip + 5 < 30);
            }
        }
    }

    @Test
    default void listsAllUnchangedDocumentsDuringOtherWrites() {
        Random random = new Random(4735);
        List<Doc> boxes = given(80, random);
        List<Doc> staying = boxes.stream().filter(box -> stays(box.id())).toList();
        for (Order order : Order.all()) {
            List<String> seen = new ArrayList<>();
            Optional<Cursor> next = Optional.of(Cursor.START);
            for (int pages = 0; next.isPresent(); pages++) {
                assertThat(pages).isLessThan(60);
                Query.Start start = Query.Start.after(next.get());
                Query.Slice slice = ask(order::of, query -> query.page(start, 3));
                seen.addAll(ids(slice.documents()));
                next = slice.next();
                slice.documents().forEach(box -> unsettle(box, random));
            }
            assertThat(seen.stream().filter(OrderTests::stays))
                    .as("%s", order)
                    .containsExactlyElementsOf(order.sorted(staying));
        }
    }

    private static boolean stays(String id) {
        return Integer.parseInt(id) % 2 == 0;
    }

    /** Changes a box, or replaces it by a new document. */
    private void unsettle(Doc seen, Random random) {
        if (stays(seen.id())) {
            return;
        }
        store().write(HERE, unit -> {
            Doc box = unit.find(BOXES, seen.id()).orElseThrow();
            if (random.nextBoolean()) {
                unit.update(BOXES, shuffled(box.copy(), random));
            } else {
                unit.delete(BOXES, box);
                unit.insert(BOXES, shuffled(box(unit, box.id()), random));
            }
            return unit.account();
        });
    }

    @Test
    default void ordersByTheColumnThatWasNamedLast() {
        List<Doc> boxes = given(20, new Random(4736));
        Order bySize = new Order("size", false);
        assertThat(listed(query -> bySize.of(query.newestFirst().descending("weight"))))
                .isEqualTo(bySize.sorted(boxes));
        assertThat(listed(query -> bySize.of(query).newestFirst()))
                .isEqualTo(ids(boxes).reversed());
    }

    @Test
    default void ordersByDeclaredColumnsOnly() {
        assertThatThrownBy(() -> ask(query -> query.ascending("id"), Query::list))
                .isInstanceOf(ContractViolation.class);
    }
}

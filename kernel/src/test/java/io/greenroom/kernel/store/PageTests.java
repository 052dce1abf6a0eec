package io.greenroom.kernel.store;

import static io.greenroom.kernel.store.StoreFixture.box;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Paging through documents. */
interface PageTests extends StoreFixture {

    private void given(int from, int to) {
        store().write(HERE, unit -> {
            for (int i = from; i < to; i++) {
                unit.insert(BOXES, box(unit, i).put("colour", i % 2 == 0 ? "even" : "odd"));
            }
            return unit.account();
        });
    }

    private Query.Slice page(boolean newestFirst, Query.Start start, int size) {
        return store().read(HERE, unit -> {
            Query query = unit.in(BOXES).where("colour", "even");
            return (newestFirst ? query.newestFirst() : query).page(start, size);
        });
    }

    private static List<Long> sizes(List<Doc> boxes) {
        return boxes.stream().map(box -> box.number("size")).toList();
    }

    @Test
    default void answersAPage() {
        given(0, 10);
        Query.Slice first = page(false, Query.Start.FIRST, 2);
        assertThat(sizes(first.documents())).containsExactly(0L, 2L);
        assertThat(first.total()).isEqualTo(5);
        assertThat(first.more()).isTrue();
        Query.Slice last = page(false, Query.Start.after(first.last()), 3);
        assertThat(sizes(last.documents())).containsExactly(4L, 6L, 8L);
        assertThat(last.total()).isEqualTo(5);
        assertThat(last.more()).isFalse();
        assertThat(page(false, Query.Start.after(last.last()), 3).documents()).isEmpty();
    }

    @Test
    default void skipsDocuments() {
        given(0, 10);
        assertThat(sizes(page(false, new Query.Start(Cursor.START, 3), 10).documents()))
                .containsExactly(6L, 8L);
        assertThat(sizes(page(true, new Query.Start(Cursor.START, 1), 2).documents()))
                .containsExactly(6L, 4L);
        Query.Slice beyond = page(false, new Query.Start(Cursor.START, 7), 10);
        assertThat(beyond.documents()).isEmpty();
        assertThat(beyond.total()).isEqualTo(5);
    }

    @Test
    default void pagesThroughAllWhileOthersInsert() {
        given(0, 200);
        for (boolean newestFirst : List.of(false, true)) {
            List<Long> seen = new ArrayList<>();
            Query.Start start = Query.Start.FIRST;
            int inserted = 1000;
            while (true) {
                Query.Slice slice = page(newestFirst, start, 7);
                seen.addAll(sizes(slice.documents()));
                if (!slice.more()) {
                    break;
                }
                start = Query.Start.after(slice.last());
                if (inserted < 1020) {
                    given(newestFirst ? inserted + 1000 : inserted, (newestFirst ? inserted + 1000 : inserted) + 2);
                    inserted += 2;
                }
            }
            List<Long> old = new ArrayList<>(
                    LongStream.range(0, 100).map(i -> 2 * i).boxed().toList());
            if (newestFirst) {
                Collections.reverse(old);
            }
            assertThat(seen).doesNotHaveDuplicates().containsSubsequence(old);
        }
    }
}

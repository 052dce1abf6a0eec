package io.greenroom.kernel.road.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestHistoryTest {
    private static final int SIZE = RequestHistory.SIZE;

    private final RequestHistory history = new RequestHistory(true);

    private void completed(int number) {
        history.observe(new CompletedRequest(
                "id-" + number,
                Instant.EPOCH,
                "GET",
                "/v2/books",
                "192.0.2.1",
                "listBooks",
                "here",
                200,
                List.of(),
                List.of(),
                CompletedRequest.NO_BODY,
                "",
                1));
    }

    @Test
    void keepsOnlyTheBeginningOfAVeryLongPath() {
        CompletedRequest endless = new CompletedRequest(
                "id",
                Instant.EPOCH,
                "GET",
                "/" + "x".repeat(16_000),
                "192.0.2.1",
                "",
                "",
                404,
                List.of(),
                List.of(),
                CompletedRequest.NO_BODY,
                "",
                0);
        assertThat(endless.path()).hasSize(1027).endsWith("xx...");
    }

    @Test
    void beginsEmpty() {
        assertThat(history.newestFirst()).isEmpty();
    }

    @Test
    void listsTheNewestRequestFirst() {
        IntStream.range(0, 3).forEach(this::completed);

        assertThat(history.newestFirst())
                .extracting(CompletedRequest::trackingId)
                .containsExactly("id-2", "id-1", "id-0");
    }

    @Test
    void forgetsTheOldest() {
        IntStream.range(0, SIZE + 5).forEach(this::completed);

        List<CompletedRequest> kept = history.newestFirst();

        assertThat(kept).hasSize(SIZE);
        assertThat(kept.getFirst().trackingId()).isEqualTo("id-" + (SIZE + 4));
        assertThat(kept.getLast().trackingId()).isEqualTo("id-5");
    }

    @Test
    void losesNoRequestOfManyThreads() {
        IntStream.range(0, SIZE).parallel().forEach(this::completed);

        assertThat(history.newestFirst())
                .extracting(CompletedRequest::trackingId)
                .doesNotHaveDuplicates()
                .hasSize(SIZE);
    }
}

package io.greenroom.kernel.jobs;

import static io.greenroom.kernel.store.KernelTables.OPERATION_LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Workshop;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationLogRetentionTest {
    private static final Duration KEPT = Duration.ofDays(186);

    private final Workshop workshop = new Workshop(on -> {});
    private final OperationLogRetention retention =
            new OperationLogRetention(workshop.store, new Clock(workshop.time::get), KEPT);

    @AfterEach
    void close() {
        workshop.close();
    }

    private void log(int entries, Instant at) {
        workshop.inside(Workshop.HERE, call -> {
            for (int i = 0; i < entries; i++) {
                call.store()
                        .append(
                                OPERATION_LOGS,
                                call.blank(OPERATION_LOGS)
                                        .put("id", call.ids().next())
                                        .put("time", at)
                                        .put("category_type", "user"));
            }
            return entries;
        });
    }

    private List<Doc> kept() {
        return workshop.store.read(
                Workshop.HERE, unit -> unit.in(OPERATION_LOGS).list());
    }

    @Test
    void deletesOldEntriesPieceByPiece() {
        Instant now = workshop.time.get();
        log(450, now.minus(KEPT).minusSeconds(1));
        log(2, now.minus(KEPT));
        log(1, now);

        assertThat(retention.deleteSome()).isEqualTo(200);
        assertThat(retention.deleteSome()).isEqualTo(200);
        assertThat(retention.deleteSome()).isEqualTo(50);
        assertThat(retention.deleteSome()).isZero();

        assertThat(kept()).hasSize(3);
        workshop.time.set(now.plusSeconds(1));
        assertThat(retention.deleteSome()).isEqualTo(2);
        assertThat(kept()).extracting(entry -> entry.instant("time")).containsExactly(now);
    }
}

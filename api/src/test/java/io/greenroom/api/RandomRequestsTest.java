package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.RandomAsking;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random requests cause no server errors, and answers break no invariant. The property {@code
 * greenroom.random.requests} sets their number, {@code greenroom.random.seed} where they begin.
 */
@GreenroomTest
@Tag("postgres")
class RandomRequestsTest {
    private static final long SEED = Long.getLong("greenroom.random.seed", 20210802);
    private static final int REQUESTS = Integer.getInteger("greenroom.random.requests", 20_000);

    @Test
    void answersRandomRequestsWithoutAServerFault(Scene scene) throws IOException {
        try (RandomAsking asking = new RandomAsking(scene, SEED)) {
            asking.ask(REQUESTS);
            assertThat(asking.statuses()).as("what was answered").containsKeys(200, 201, 204, 400, 401, 404);
        }

        scene.advance(Duration.ofDays(1));
        scene.ask("user", scene.owner()).served();
        for (String status : new String[] {"active", "inactive", "pending"}) {
            assertThat(counted(scene, status)).as(status).isEqualTo(total(scene, status));
        }
    }

    private static long total(Scene scene, String status) {
        return page(scene, status, 1).number("total_records");
    }

    private static long counted(Scene scene, String status) {
        long pages = page(scene, status, 1).number("page_count");
        long rows = 0;
        for (int page = 1; page <= pages; page++) {
            rows += page(scene, status, page).docs("users").size();
            scene.advance(Duration.ofSeconds(1));
        }
        return rows;
    }

    private static Doc page(Scene scene, String status, int page) {
        return scene.send("GET", "/users?page_size=300&status=" + status + "&page_number=" + page)
                .served()
                .json();
    }
}

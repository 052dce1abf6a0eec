package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.limits.LimitMode;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Limits in headers and failures, over HTTP; the limits themselves have their own tests. */
class LimitsTest {
    private static Question get(Branch branch) {
        return branch.ask("GET", "/readers/me");
    }

    private static Reply borrow(Branch branch, String reader) {
        return branch.ask("POST", "/readers/" + reader + "/books")
                .json("{\"title\": \"Emma\"}")
                .send();
    }

    @Test
    void areReportedInEveryCountedResponse() {
        try (Toy toy = Toy.library().limits(LimitMode.ENFORCE).start()) {
            Branch branch = toy.branch("free");
            Reply reply = get(branch).send();
            assertThat(reply.header("X-RateLimit-Category")).isEqualTo("Light");
            assertThat(reply.header("X-RateLimit-Type")).isEqualTo("Daily-limit");
            assertThat(reply.header("X-RateLimit-Limit")).isEqualTo("6000");
            assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo("5999");
            Reply refused = branch.ask("GET", "/readers/nobody").send();
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("5998");
            assertThat(branch.ask("GET", "/readers").send().header("X-RateLimit-Category"))
                    .isEqualTo("Medium");
        }
    }

    @Test
    void refuseRequestsOverTheLimitUntilTheNextSecond() {
        try (Toy toy = Toy.library().limits(LimitMode.ENFORCE).start()) {
            Branch branch = toy.branch("free");
            for (int i = 0; i < 4; i++) {
                assertThat(get(branch).send().status()).isEqualTo(200);
            }
            Reply refused = get(branch).send();
            assertThat(refused.refusal())
                    .isEqualTo("429/429 You have reached the maximum per-second rate limit for this API. Try again"
                            + " later.");
            assertThat(refused.header("X-RateLimit-Category")).isEqualTo("Light");
            assertThat(refused.header("X-RateLimit-Type")).isEqualTo("QPS");
            assertThat(branch.ask("PATCH", "/readers/me").json("{broken").send().status())
                    .as("the limit comes before the body")
                    .isEqualTo(429);
            toy.advance(Duration.ofSeconds(1));
            assertThat(get(branch).send().status()).isEqualTo(200);
        }
    }

    @Test
    void countOnlyAuthorizedRequests() {
        try (Toy toy = Toy.library().limits(LimitMode.ENFORCE).start()) {
            Branch branch = toy.branch("free");
            String powerless = branch.serverToken("other");
            for (int i = 0; i < 6; i++) {
                assertThat(get(branch).token(powerless).send().status()).isEqualTo(400);
                assertThat(get(branch).token("").send().status()).isEqualTo(401);
            }
            assertThat(get(branch).send().header("X-RateLimit-Remaining")).isEqualTo("5999");
        }
    }

    @Test
    void countAccountsApart() {
        try (Toy toy = Toy.library().limits(LimitMode.ENFORCE).start()) {
            Branch one = toy.branch("free");
            for (int i = 0; i < 5; i++) {
                get(one).send();
            }
            assertThat(get(toy.branch("free")).send().status()).isEqualTo(200);
        }
    }

    @Test
    void refuseOnlyWhenTheyAreEnforced() {
        try (Toy toy = Toy.library().limits(LimitMode.OBSERVE).start()) {
            Branch branch = toy.branch("free");
            for (int i = 0; i < 6; i++) {
                assertThat(get(branch).send().status()).isEqualTo(200);
            }
            assertThat(get(branch).send().header("X-RateLimit-Remaining")).isEqualTo("5993");
        }
        try (Toy toy = Toy.library().limits(LimitMode.OFF).start()) {
            Reply reply = get(toy.branch("free")).send();
            assertThat(reply.header("X-RateLimit-Category")).isEqualTo("Light");
            assertThat(reply.headers()).doesNotContainKey("x-ratelimit-limit");
        }
    }

    @Test
    void holdAnOperationToItsQuota() {
        try (Toy toy = Toy.library().limits(LimitMode.ENFORCE).start()) {
            Branch branch = toy.branch();
            String ada = branch.reader("ada").id();
            assertThat(borrow(branch, ada).header("X-RateLimit-Limit")).isEqualTo("3");
            assertThat(borrow(branch, branch.email("ada")).header("X-RateLimit-Remaining"))
                    .isEqualTo("1");
            assertThat(borrow(branch, ada).status()).isEqualTo(201);
            assertThat(borrow(branch, ada).refusal())
                    .isEqualTo("429/429 Reader " + ada + " has borrowed 3 books today; Emma must wait.");
            assertThat(branch.events()).hasSize(4);
            assertThat(borrow(branch, "me").status()).isEqualTo(201);
            branch.change(
                    row -> row.put("clock_offset_millis", Duration.ofHours(14).toMillis()));
            assertThat(borrow(branch, ada).refusal()).isEqualTo("401/124 Access token is expired.");
        }
    }
}

package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.limits.LimitMode;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Faulty;
import io.greenroom.kernel.toy.Jwt;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What existing clients send and expect, one test for each habit that concerns the road. Those of the token endpoint
 * are tested beside it, those of users and meetings in their groups.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // each test has a branch of its own
class ClientHabitsTest {
    private final Faulty faulty = new Faulty();
    private final Toy toy = Toy.library().store(faulty::between).start();
    private Branch branch;

    @BeforeEach
    void openABranch() {
        branch = toy.branch();
    }

    @AfterAll
    void close() {
        toy.close();
    }

    private String ada() {
        return "{\"email\": \"" + branch.email("ada") + "\", \"name\": \"Ada\", \"card\": \"A1234\"";
    }

    @Test
    void legacyJwtsHaveAShortExpAndNoIat() {
        Credentials app = branch.app(CallerKind.JWT, "");
        assertThat(branch.ask("GET", "/readers")
                        .token(Jwt.signed(app, Toy.START.plusSeconds(5)))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2//readers/me", "//v2//readers/me", "/v2/readers/", "/v2/readers//"})
    void doubledAndTrailingSlashesReachTheOperation(String path) {
        assertThat(branch.ask("GET", "").at(path).send().status()).isEqualTo(200);
    }

    @Test
    void jsonBodiesComeChunked() {
        assertThat(branch.ask("POST", "/readers")
                        .chunked("application/json", ada() + "}")
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null"})
    void getAndDeleteComeWithABody(String body) {
        String id = branch.reader("ada").id();
        assertThat(branch.ask("GET", "/readers/" + id).json(body).send().status())
                .isEqualTo(200);
        assertThat(branch.ask("DELETE", "/library").json(body).send().status())
                .as("a DELETE that wants no body gets past it")
                .isEqualTo(501);
    }

    @Test
    void deleteComesWithAContentTypeAndNoBody() {
        for (String type : List.of("application/json", "application/x-www-form-urlencoded", "text/plain")) {
            String id = branch.reader(type.replaceAll("[^a-z]", "")).id();
            assertThat(branch.ask("DELETE", "/readers/" + id)
                            .header("Content-Type", type)
                            .send()
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void formTextLabelledAsJsonIsAClean400() {
        assertThat(branch.ask("POST", "/readers")
                        .json("email=ada%40example.org&name=Ada")
                        .send()
                        .refusal())
                .isEqualTo("400/300 Request Body should be a valid JSON object.");
    }

    @Test
    void a204HasNothingInIt() {
        Reply reply =
                branch.ask("DELETE", "/readers/" + branch.reader("ada").id()).send();
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.headers()).doesNotContainKeys("content-type", "transfer-encoding");
    }

    @Test
    void everyErrorHasAJsonBody() {
        assertThat(new Question(toy, "GET", "/readers").send().refusal()).startsWith("401/124 ");
        assertThat(branch.ask("GET", "/nowhere").send().refusal()).startsWith("404/2300 ");
        assertThat(branch.ask("GET", "").at("/nowhere").send().refusal()).startsWith("404/2300 ");
        assertThat(branch.ask("DELETE", "/library").send().refusal()).startsWith("501/501 ");
        faulty.fail(() -> new StoreUnavailable("gone"));
        assertThat(branch.ask("GET", "/readers").send().refusal()).startsWith("503/503 ");
        faulty.fail(() -> new IllegalStateException("broken"));
        assertThat(branch.ask("GET", "/readers").send().refusal()).startsWith("500/500 ");
        faulty.heal();
    }

    @Test
    void everyAnswerHasATrackingId() {
        for (String path : List.of("/readers", "/readers/nobody", "/nowhere")) {
            assertThat(branch.ask("GET", path).send().header("x-zm-trackingid")).isNotEmpty();
        }
        assertThat(new Question(toy, "GET", "/readers").send().header("x-zm-trackingid"))
                .isNotEmpty();
    }

    @Test
    void a429ContainsTheRetryTimeAsADateTime() {
        try (Toy strict = Toy.library().limits(LimitMode.ENFORCE).start()) {
            Branch free = strict.branch("free");
            Instant today = Instant.parse("2021-08-02T00:00:00Z");
            Instant tomorrow = Instant.parse("2021-08-03T00:00:00Z");
            for (int i = 0; i < 1_000; i++) {
                strict.installation()
                        .store()
                        .counters(CounterKind.LIMITS)
                        .add(free.id() + "/Heavy:day", today, tomorrow);
            }
            Reply reply = free.ask("GET", "/books/none").send();
            assertThat(reply.refusal())
                    .startsWith("429/429 You have reached the maximum daily rate limit for this API.");
            assertThat(reply.header("Retry-After")).isEqualTo("2021-08-03T00:00:00Z");
            assertThat(reply.header("X-RateLimit-Category")).isEqualTo("Heavy");
            assertThat(reply.header("X-RateLimit-Type")).isEqualTo("Daily-limit");
            assertThat(reply.header("X-RateLimit-Limit")).isEqualTo("1000");
            assertThat(reply.header("X-RateLimit-Remaining")).isEqualTo("0");
        }
    }

    @Test
    void unknownFieldsAreIgnored() {
        Reply reply = branch.ask("POST", "/readers")
                .json(ada() + ", \"id\": \"x\", \"user_id\": \"me\", \"deep\": {\"er\": [1]}}")
                .send();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().id()).isNotEqualTo("x");
    }

    @Test
    void explicitNullsMeanNotGivenInCreates() {
        Doc reader = branch.ask("POST", "/readers")
                .json(ada() + ", \"motto\": null, \"level\": null, \"address\": {\"city\": null}, \"languages\": null}")
                .send()
                .json();
        assertThat(reader.names()).doesNotContain("motto", "languages");
        assertThat(reader.number("level")).isEqualTo(1);
        assertThat(reader.doc("address").names()).isEmpty();
    }

    @Test
    void explicitNullsMeanNotGivenInTheListsOfChanges() {
        String id =
                branch.ask("POST", "/readers").json(ada() + "}").send().json().id();
        branch.ask("PATCH", "/readers/" + id)
                .json("{\"telephones\": [{\"number\": \"+1\", \"label\": null}]}")
                .send();
        Doc changed = branch.ask("GET", "/readers/" + id).send().json();
        assertThat(changed.docs("telephones").getFirst().names()).containsExactly("number");
    }

    @Test
    void multipartPartsHoldJsonTextForArraysAndObjects() {
        Doc reader = branch.ask("POST", "/readers")
                .part("email", branch.email("ada"))
                .part("name", "Ada")
                .part("card", "A1234")
                .part("telephones", "[{\"number\": \"+4412345\", \"label\": \"work\"}]")
                .part("address", "{\"city\": \"London\"}")
                .send()
                .json();
        assertThat(reader.docs("telephones").getFirst().text("label")).isEqualTo("work");
        assertThat(reader.doc("address").text("city")).isEqualTo("London");
    }

    @Test
    void acceptsANextPageTokenAlone() {
        branch.readers(6);
        Reply first = branch.ask("GET", "/readers?page_size=2&status=active").send();
        Reply second = branch.ask(
                        "GET", "/readers?next_page_token=" + first.json().text("next_page_token"))
                .send();
        assertThat(second.each("readers", "name")).containsExactly("r2", "r3");
        assertThat(second.json().number("page_size")).isEqualTo(2);
    }

    @Test
    void aPageSizeOf1000IsClampedAndTheRealOneReported() {
        branch.readers(6);
        Doc page = branch.ask("GET", "/readers?page_size=1000").send().json();
        assertThat(page.number("page_size")).isEqualTo(5);
        assertThat(page.docs("readers")).hasSize(5);
    }

    @Test
    void pageNumberPageCountAndTotalRecordsAreRight() {
        branch.readers(6);
        Doc page = branch.ask("GET", "/readers?page_number=2").send().json();
        assertThat(page.number("page_number")).isEqualTo(2);
        assertThat(page.number("page_count")).isEqualTo(3);
        assertThat(page.number("total_records")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01 00:00:00+00:00"})
    void datesComeInThreeSpellings(String date) {
        String query = URLEncoder.encode(date, StandardCharsets.UTF_8);
        assertThat(branch.ask("GET", "/readers?since=" + query).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "-1", "1.5", "null", "NaN", "1e9", "0x1", "99999999999999999999", "%F0%9F%98%80"})
    void aPageNumberThatIsNoNumberMakesNo5xx(String number) {
        assertThat(branch.ask("GET", "/readers?page_number=" + number).send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gFYYRVHMRdSWzGZXabLs==", "a//b+c==", "gFYYRVHMRdSWzGZX/6LsJA=="})
    void uuidsMayBeginWithASlashAndComeDoubleEncodedThen(String uuid) {
        String twice = URLEncoder.encode(URLEncoder.encode(uuid, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(branch.ask("GET", "/books/" + twice).send().refusal())
                .isEqualTo("404/1002 Book does not exist: " + uuid + ".");
    }
}

package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of dates, resolved paths, bare and nested lists and inherited values, over HTTP. It is 2 August 2021. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // each test has a branch of its own
class HallsTest {
    private static final String TOO_LONG = "400/300 Ask for one month.";
    private static final String TOO_OLD = "400/300 Ask for the last year.";

    private final Toy toy = Toy.library().start();
    private Branch branch;

    @BeforeEach
    void openABranch() {
        branch = toy.branch();
    }

    @AfterAll
    void close() {
        toy.close();
    }

    private Question ask(String method, String path) {
        return branch.ask(method, path);
    }

    private Doc open(String body) {
        return ask("POST", "/halls").json(body).send().json();
    }

    private void visit(String hall, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(ask("POST", "/halls/" + hall + "/visits").send().status())
                    .isEqualTo(204);
        }
    }

    @Test
    void answersABareList() throws Json.Malformed {
        assertThat(ask("GET", "/halls").send().text()).isEqualTo("[]");
        Doc hall = open("{\"name\":\"east\"}");
        assertThat(Json.readValue(ask("GET", "/halls").send().text())).isEqualTo(List.of(hall));
    }

    @Test
    void resolvesPathParameters() {
        Doc hall = open("{\"name\":\"east\"}");
        assertThat(ask("GET", "/halls/" + hall.id()).send().json()).isEqualTo(hall);
        assertThat(ask("GET", "/halls/east").send().json()).isEqualTo(hall);
        visit("east", 1);
        assertThat(ask("GET", "/halls/" + hall.id() + "/visits")
                        .send()
                        .json()
                        .doc("past")
                        .docs("visits"))
                .hasSize(1);
        assertThat(ask("GET", "/halls/west").send().refusal()).isEqualTo("404/1003 Hall does not exist: west.");
        assertThat(toy.branch().ask("GET", "/halls/" + hall.id()).send().status())
                .isEqualTo(404);
    }

    @Test
    void refusesAnInvalidRangeBeforeTheThingIsLookedFor() {
        assertThat(ask("GET", "/halls/west/visits?from=2021-08-03&to=2021-08-02")
                        .send()
                        .refusal())
                .isEqualTo(TOO_LONG);
    }

    @Test
    void pagesAListInsideTheAnswer() {
        Doc hall = open("{\"name\":\"east\"}");
        visit("east", 3);
        Doc first = ask("GET", "/halls/east/visits").send().json();
        assertThat(first.text("id")).isEqualTo(hall.id());
        assertThat(first.text("name")).isEqualTo("east");
        assertThat(first.names()).doesNotContain("page_size", "next_page_token", "from");
        Doc past = first.doc("past");
        assertThat(past.number("page_size")).isEqualTo(2);
        assertThat(past.docs("visits")).hasSize(2);
        Doc next = ask("GET", "/halls/east/visits?next_page_token=" + past.text("next_page_token"))
                .send()
                .json()
                .doc("past");
        assertThat(next.docs("visits")).hasSize(1);
        assertThat(next.text("next_page_token")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2021-07-26, 2021-08-02",
        "?to=2021-08-01, 2021-07-25, 2021-08-01",
        "?from=2021-07-02, 2021-07-02, 2021-08-02",
        "?from=2021-07-31T23:00:00-05:00&to=2021-08-01 12:00:00, 2021-07-31, 2021-08-01",
        "?from=2021-08-30&to=2021-09-30, 2021-08-30, 2021-09-30",
        "?from=2020-08-02&to=2020-08-02, 2020-08-02, 2020-08-02"
    })
    void takesARangeAndAnswersIt(String query, String from, String to) {
        open("{\"name\":\"east\"}");
        Doc past = ask("GET", "/halls/east/visits" + query.replace(" ", "%20"))
                .send()
                .json()
                .doc("past");
        assertThat(past.text("from")).isEqualTo(from);
        assertThat(past.text("to")).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2021-08-03, " + TOO_LONG,
        "?from=2021-07-01, " + TOO_LONG,
        "?from=2021-08-29&to=2021-09-30, " + TOO_LONG,
        "?from=2020-08-01&to=2020-08-20, " + TOO_OLD,
        "?to=0000-01-01, " + TOO_OLD
    })
    void refusesARangeInTheWordsOfItsOperation(String query, String refusal) {
        open("{\"name\":\"east\"}");
        assertThat(ask("GET", "/halls/east/visits" + query).send().refusal()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "%2B12345-01-01", "-0001-01-01", "2021-02-29", "2021-08-01T25:00:00Z"})
    void refusesInvalidDates(String date) {
        open("{\"name\":\"east\"}");
        Reply reply = ask("GET", "/halls/east/visits?from=" + date).send();
        assertThat(reply.refusal()).isEqualTo("400/300 Validation Failed.");
        assertThat(reply.faults()).containsOnlyKeys("from");
    }

    @Test
    void includesTheFirstAndTheLastDay() {
        open("{\"name\":\"east\"}");
        visit("east", 1);
        assertThat(visitsOf("2021-08-02", "2021-08-02")).isOne();
        assertThat(visitsOf("2021-08-01", "2021-08-01")).isZero();
        assertThat(visitsOf("2021-08-03", "2021-08-04")).isZero();
    }

    private int visitsOf(String from, String to) {
        return ask("GET", "/halls/east/visits?from=" + from + "&to=" + to)
                .send()
                .json()
                .doc("past")
                .docs("visits")
                .size();
    }

    @Test
    void keepsTheRangeOfTheFirstPage() {
        try (Toy late = Toy.library().start()) {
            late.advance(Duration.ofHours(13).plusMinutes(55));
            branch = late.branch();
            open("{\"name\":\"east\"}");
            visit("east", 3);
            Doc first = ask("GET", "/halls/east/visits").send().json().doc("past");
            late.advance(Duration.ofMinutes(10));
            Doc second = ask("GET", "/halls/east/visits?next_page_token=" + first.text("next_page_token"))
                    .send()
                    .json()
                    .doc("past");
            assertThat(second.text("to")).isEqualTo("2021-08-02").isEqualTo(first.text("to"));
            assertThat(second.text("from")).isEqualTo("2021-07-26").isEqualTo(first.text("from"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2021-08-02T09:59:59Z, '', 2021-08-02T09:59:59Z, 2021-08-02T10:00:00Z, 1",
        "2021-08-02T10:00:00Z, '', 2021-08-02T10:00:00Z, 2021-08-02T10:00:00Z, 1",
        "2021-08-02T12:00:00%2B02:00, 2021-08-02T10:00:00Z, 2021-08-02T10:00:00Z, 2021-08-02T10:00:00Z, 1",
        "2021-08-02, 2021-08-02T09:59:59Z, 2021-08-02T00:00:00Z, 2021-08-02T09:59:59Z, 0",
        "2021-08-01, 2021-08-02, 2021-08-01T00:00:00Z, 2021-08-02T23:59:59Z, 1",
        "2020-01-01, 2021-08-02, 2021-08-01T00:00:00Z, 2021-08-02T23:59:59Z, 1"
    })
    void takesInstantsAndMovesTheStartOfALongRange(String from, String to, String start, String last, long visits) {
        open("{\"name\":\"east\"}");
        visit("east", 1);
        Doc count = ask("GET", "/halls/east/visits/count?from=" + from + "&to=" + to)
                .send()
                .json();
        assertThat(count.text("from")).isEqualTo(start);
        assertThat(count.text("to")).isEqualTo(last);
        assertThat(count.number("visits")).isEqualTo(visits);
    }

    @Test
    void requiresMandatoryRanges() {
        open("{\"name\":\"east\"}");
        assertThat(ask("GET", "/halls/east/visits/count").send().faults()).containsOnlyKeys("from");
        assertThat(ask("GET", "/halls/east/visits/count?from=2021-08-03").send().refusal())
                .isEqualTo("400/300 Validation Failed.");
    }

    @Test
    void inheritsTheHostsSettingsWhereTheRequestSaysNothing() {
        Doc hall = open("{\"name\":\"east\"}");
        assertThat(hall.flag("silence")).isTrue();
        assertThat(hall.doc("light").text("colour")).isEqualTo("warm");
        assertThat(hall.has("seats")).isFalse();
    }

    @Test
    void overridesTheRequestWithALockedSetting() {
        Doc hall = open("{\"silence\":false,\"seats\":3,\"light\":{\"colour\":\"none\",\"lamps\":2}}");
        assertThat(hall.flag("silence")).isTrue();
        assertThat(hall.number("seats")).isEqualTo(3);
        assertThat(hall.doc("light").text("colour")).isEqualTo("none");
        assertThat(hall.doc("light").number("lamps")).isEqualTo(2);
    }
}

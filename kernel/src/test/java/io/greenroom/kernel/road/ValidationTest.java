package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.ReadersGroup;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are validated and converted, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // each test has a branch of its own
class ValidationTest {
    private static final String FAILED = "400/300 Validation Failed.";

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

    /** Adds Ada with further fields, written with single quotes. */
    private Reply addWith(String fields) {
        String json = "{'email': '" + branch.email("ada") + "', 'name': 'Ada', 'card': 'A1234', " + fields + "}";
        return branch.ask("POST", "/readers").json(json.replace('\'', '"')).send();
    }

    private Doc added(String fields) {
        Reply reply = addWith(fields);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private Reply change(String id, String json) {
        return branch.ask("PATCH", "/readers/" + id)
                .json(json.replace('\'', '"'))
                .send();
    }

    private Doc get(String id) {
        return branch.ask("GET", "/readers/" + id).send().json();
    }

    @Test
    void reportsAllFaultsAtOnce() {
        Reply reply = branch.ask("POST", "/readers")
                .json(
                        """
                        {"email": "nowhere", "motto": "x", "shelf": 100, "newsletter": 2,
                         "address": {"city": 7, "street": "%s"},
                         "telephones": [{"number": "+1"}, {"number": "one", "label": "mobile"}, {}],
                         "languages": ["en", "xx"]}"""
                                .formatted("x".repeat(65)))
                .send();
        assertThat(reply.refusal()).isEqualTo(FAILED);
        assertThat(reply.faults())
                .containsOnly(
                        entry("email", "Invalid parameter: email."),
                        entry("name", "Missing field."),
                        entry("card", "A card is needed."),
                        entry("motto", "Invalid parameter: motto."),
                        entry("shelf", "Invalid parameter: shelf."),
                        entry("newsletter", "Invalid parameter: newsletter."),
                        entry("address.street", "Invalid field."),
                        entry("telephones[1].number", "Invalid parameter: number."),
                        entry("telephones[1].label", "Invalid parameter: label."),
                        entry("telephones[2].number", "Missing field."),
                        entry("languages[1]", "Invalid parameter: languages[1]."));
    }

    @Test
    void answersASingleFaultWithTheFailureThatTheContractDeclaresForIt() {
        Reply missing = branch.ask("POST", "/readers")
                .json("{\"email\": \"" + branch.email("ada") + "\", \"name\": \"Ada\"}")
                .send();
        assertThat(missing.refusal()).isEqualTo("400/300 A card is needed.");
        assertThat(missing.faults()).containsOnly(entry("card", "A card is needed."));
        assertThat(toy.lastTravelled().failures()).containsExactly("card-missing");
        assertThat(addWith("'card': 1").refusal())
                .isEqualTo("400/300 Request Body is not well-formed: Duplicate key \"card\".");
        assertThat(change("me", "{'card': 'B'}").refusal()).isEqualTo("400/300 Invalid card.");
    }

    @Test
    void answersADeclaredFaultAmongOthersAsOneOfThem() {
        Reply reply = change("me", "{'card': 'B', 'shelf': 0}");
        assertThat(reply.refusal()).isEqualTo(FAILED);
        assertThat(reply.faults())
                .containsOnly(entry("card", "Invalid card."), entry("shelf", "Invalid parameter: shelf."));
        assertThat(toy.lastTravelled().failures()).containsExactly("validation", "card-invalid");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "shelf, '7', 7",
                "shelf, 7, 7",
                "shelf, 7.0, 7",
                "shelf, ' 7 ', 7",
                "shelf, '07', 7",
                "fee, '1.5', 1.5",
                "fee, 1, 1",
                "fee, '2', 2.0",
                "newsletter, 'true', true",
                "newsletter, 'FALSE', false",
                "newsletter, '1', true",
                "newsletter, 0, false",
                "newsletter, 1, true",
                "motto, 12, 12",
                "motto, true, true",
                "motto, 1.5, 1.5",
                "level, '2', 2",
                "birthday, '2001-02-03', 2001-02-03",
                "birthday, '2001-02-03T04:05:06Z', 2001-02-03T04:05:06Z",
                "time_zone, 'Europe/Kiev', Europe/Kiev",
                "time_zone, 'UTC', UTC",
                "home_page, 'https://example.org', https://example.org",
                "home_page, '', ``"
            })
    void convertsTextsToDeclaredTypes(String field, String sent, String kept) {
        assertThat(added("'" + field + "': " + sent).get(field)).hasToString(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shelf | 0",
                "shelf | 100",
                "shelf | 7.5",
                "shelf | '7.0'",
                "shelf | ''",
                "shelf | 99999999999999999999",
                "shelf | '99999999999999999999'",
                "fee | -0.5",
                "fee | 100.5",
                "fee | ''",
                "newsletter | 2",
                "newsletter | ''",
                "motto | ''",
                "motto | 'x'",
                "motto | 'xxxxxxxxxxxxxxxxxxxxx'",
                "level | 4",
                "level | 1.5",
                "birthday | 'yesterday'",
                "birthday | '2001-02-30'",
                "birthday | 20010203",
                "birthday | ''",
                "birthday | '2001-02-03T'",
                "time_zone | 'Middle/Earth'",
                "time_zone | ''",
                "home_page | 'example.org'",
                "home_page | 'https://exa mple.org'",
                "languages | ['en','en','en','en']",
                "languages | [1]",
                "languages | [null]"
            })
    void reportsInvalidValues(String field, String sent) {
        Reply reply = addWith("'" + field + "': " + sent);
        assertThat(reply.refusal()).isEqualTo(FAILED);
        assertThat(reply.faults()).hasSize(1);
        assertThat(reply.faults().keySet().iterator().next()).startsWith(field);
    }

    @Test
    void countsUnicodeCodePoints() {
        assertThat(added("'motto': '" + "\uD83D\uDE00".repeat(20) + "'").text("motto"))
                .hasSize(40);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ada@example.org, 201",
                "ada+books@example.org, 201",
                "a@b, 201",
                "'ada', 400",
                "ada@, 400",
                "@example.org, 400",
                "a b@example.org, 400",
                "a\\u0007b@example.org, 400",
                "ada@exa mple.org, 400",
                "ada@-example.org, 400",
                "a@b@c, 400",
                "ada@example..org, 400"
            })
    void knowsEmailAddresses(String email, int status) {
        Reply reply = branch.ask("POST", "/readers")
                .json("{\"email\": \"" + email + "\", \"name\": \"Ada\", \"card\": \"A1234\"}")
                .send();
        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void holdsOutAgainstAddressesOfEndlessParts() {
        Reply reply = branch.ask("GET", "/readers/email?email=a@a" + ".a".repeat(3_000))
                .send();
        assertThat(reply.faults()).containsOnlyKeys("email");
        String json = "{\"email\": \"a@a" + ".a".repeat(30_000) + "\"}";
        assertThat(branch.ask("POST", "/readers").json(json).send().faults()).containsKey("email");
    }

    @Test
    void doesNotLookIntoAListThatIsTooLong() {
        String many = IntStream.range(0, 10_000).mapToObj(i -> "{}").collect(Collectors.joining(","));
        assertThat(addWith("'telephones': [" + many + "]").faults())
                .containsOnly(entry("telephones", "Invalid parameter: telephones."));
    }

    @Test
    void fillsDefaultsWhereNothingIsGiven() {
        Doc reader = added("'telephones': [{'number': '+1'}]");
        assertThat(reader.number("level")).isEqualTo(1);
        assertThat(reader.flag("newsletter")).isTrue();
        assertThat(reader.docs("telephones").getFirst().text("label")).isEqualTo("home");
    }

    @Test
    void takesNullsForAbsentInACreate() {
        Doc reader = added("'motto': null, 'level': null, 'address': {'city': null, 'street': 'High St'},"
                + " 'telephones': [{'number': '+1', 'label': null}], 'languages': null");
        assertThat(reader.names()).doesNotContain("motto", "languages");
        assertThat(reader.number("level")).isEqualTo(1);
        assertThat(reader.doc("address").names()).containsExactly("street");
        assertThat(reader.docs("telephones").getFirst().text("label")).isEqualTo("home");
        assertThat(branch.ask("POST", "/readers")
                        .json("{\"email\": \"eva@example.org\", \"name\": null, \"card\": null}")
                        .send()
                        .faults())
                .containsOnly(entry("name", "Missing field."), entry("card", "A card is needed."));
    }

    @Test
    void clearsNullsAndKeepsAbsentFieldsInAPatch() {
        Doc reader = added("'motto': 'Read on', 'level': 3, 'address': {'city': 'London', 'street': 'High St'}");
        assertThat(change(reader.id(), "{'motto': null, 'address': {'city': null}, 'ward': 'west'}")
                        .status())
                .isEqualTo(204);
        Doc changed = get(reader.id());
        assertThat(changed.names()).doesNotContain("motto");
        assertThat(changed.doc("address").names()).containsExactly("street");
        assertThat(changed.text("ward")).isEqualTo("west");
        assertThat(changed.number("level")).isEqualTo(3);
        assertThat(change(reader.id(), "{'address': null}").status()).isEqualTo(204);
        assertThat(get(reader.id()).names()).doesNotContain("address");
    }

    @Test
    void fillsNoDefaultsInAPatch() {
        Doc reader = added("'level': 3, 'newsletter': false");
        change(reader.id(), "{'name': 'Eva'}");
        assertThat(get(reader.id()).number("level")).isEqualTo(3);
        assertThat(get(reader.id()).flag("newsletter")).isFalse();
    }

    @Test
    void ignoresReadOnlyAndPrivateFields() {
        Doc reader = added("'joined': '1999-01-01T00:00:00Z', 'notes': 'nice', 'joined_by': 1");
        assertThat(reader.instant("joined")).isEqualTo(Toy.START);
        Doc kept = branch.inside(
                unit -> unit.find(ReadersGroup.READERS, reader.id()).orElseThrow());
        assertThat(kept.text("notes")).isEqualTo("Keeps books too long.");
        assertThat(change(reader.id(), "{'joined': null, 'notes': null}").status())
                .isEqualTo(204);
        assertThat(get(reader.id()).instant("joined")).isEqualTo(Toy.START);
    }

    @Test
    void givesPasswordsToHandlersAsHashes() {
        Map<String, Boolean> matched = new HashMap<>();
        try (Toy hashing = Toy.doing(on -> on.doc("addReader", call -> {
                    String hash = call.passwordHash("password").orElseThrow();
                    matched.put("password", call.passwords().matches("secret", hash));
                    matched.put("name", call.passwordHash("name").isPresent());
                    return call.blank("Reader").put("id", "1");
                }))
                .start()) {
            hashing.branch()
                    .ask("POST", "/readers")
                    .json("{\"email\": \"a@b\", \"name\": \"A\", \"card\": \"A1234\", \"password\": \"secret\"}")
                    .send();
        }
        assertThat(matched).containsOnly(entry("password", true), entry("name", false));
    }

    @Test
    void reportsFaultsOfPathAndBodyTogether() {
        String path = "/books/" + "b".repeat(401) + "/reservations";
        Reply reply = branch.ask("POST", path)
                .json("{\"guest\": {\"email\": \"nowhere\"}}")
                .send();
        assertThat(reply.faults()).containsOnlyKeys("bookId", "guest.email");
    }

    @Test
    void holdsPathsAndQueriesToTheContractTogether() {
        Reply reply = branch.ask("GET", "/readers/email").send();
        assertThat(reply.refusal()).isEqualTo(FAILED);
        assertThat(reply.faults()).containsOnly(entry("email", "Missing field."));
        Reply list = branch.ask("GET", "/readers?since=never&guests=2&fee=101&ward=" + "w".repeat(33))
                .send();
        assertThat(list.faults()).containsOnlyKeys("since", "guests", "fee", "ward");
        Reply path = branch.ask("GET", "/books/" + "b".repeat(401)).send();
        assertThat(path.faults()).containsOnly(entry("bookId", "Invalid field."));
    }

    @ParameterizedTest
    @CsvSource({
        "since=2021-01-01, 200",
        "since=2021-01-01T00:00:00Z, 200",
        "since=2021-01-01%2000:00:00%2B00:00, 200",
        "since=2021-01-01+00%3A00%3A00%2B00%3A00, 200",
        "since=2021-01-01T00:00:00.123Z, 200",
        "since=, 200",
        "since=01/02/2021, 400",
        "guests=true, 200",
        "guests=1, 200",
        "guests=TRUE, 200",
        "guests=maybe, 400",
        "fee=1.5, 200",
        "fee=one, 400",
        "ward=a&ward=b, 200"
    })
    void readsParameters(String query, int status) {
        assertThat(branch.ask("GET", "/readers?" + query).send().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "status=resting, resting",
        "status=RESTING, resting",
        "status=gone, active",
        "status=, active",
        "x=1, active",
        "floor=3, active 3",
        "floor=12, active 9",
        "floor=-1, active",
        "floor=up, active",
        "floor=1e3, active"
    })
    void ignoresInvalidValuesOfALenientParameter(String query, String taken) {
        StringBuilder seen = new StringBuilder();
        try (Toy echo = Toy.doing(on -> on.page("listReaders", call -> {
                    seen.append(call.query().text("status"))
                            .append(call.query()
                                    .optionalText("floor")
                                    .map(floor -> " " + floor)
                                    .orElse(""));
                    return Page.whole(List.of());
                }))
                .start()) {
            echo.branch().ask("GET", "/readers?" + query).send();
        }
        assertThat(seen).hasToString(taken);
    }
}

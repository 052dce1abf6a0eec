package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How JSON bodies are read, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // each test has a branch of its own
class JsonBodyTest {
    private static final String NOT_JSON = "400/300 Request Body should be a valid JSON object.";

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

    private String ada() {
        return "{\"email\": \"" + branch.email("ada") + "\", \"name\": \"Ada\", \"card\": \"A1234\"";
    }

    private Reply add(String json) {
        return branch.ask("POST", "/readers").json(json).send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1",
                "[]",
                "[{}]",
                "null",
                "true",
                "1",
                "\"text\"",
                "{a:1}",
                "{'a':1}",
                "nonsense",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "email=ada%40example.org&name=Ada"
            })
    void refusesNonObjects(String json) {
        assertThat(add(json).refusal()).isEqualTo(NOT_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'Ada', 'name': 'Eva'}          | Duplicate key 'name'",
                "{'address': {'city': 'A', 'city': 'B'}} | Duplicate key 'city'",
                "{'name': 'Ada'} {}                      | something follows the object",
                "{'name': 'A\\u0000'}                    | a text holds NUL or half a character",
                "{'name': '\\ud800'}                     | a text holds NUL or half a character",
                "{'name': '\\udc00\\ud800'}              | a text holds NUL or half a character",
                "{'x\\u0000': 1}                         | a text holds NUL or half a character",
                "{'languages': ['\\u0000']}              | a text holds NUL or half a character",
                "{'fee': 1e999}                          | a number is too large",
                "{'fee': -1e999}                         | a number is too large"
            })
    void reportsFaultsOfAnObject(String json, String fault) {
        assertThat(add(json.replace('\'', '"')).refusal())
                .isEqualTo("400/300 Request Body is not well-formed: " + fault.replace('\'', '"') + ".");
    }

    @Test
    void limitsTheDepthOfObjects() {
        String deepest = "{\"x\":" + "[".repeat(Json.DEPTH - 1) + "]".repeat(Json.DEPTH - 1) + "}";
        assertThat(add(deepest).refusal()).isEqualTo("400/300 Validation Failed.");
        String tooDeep = "{\"x\":" + "[".repeat(Json.DEPTH) + "]".repeat(Json.DEPTH) + "}";
        assertThat(add(tooDeep).refusal())
                .isEqualTo("400/300 Request Body is not well-formed: it is nested deeper than 32.");
        assertThat(add("{\"x\":" + "[".repeat(60_000)).refusal())
                .isEqualTo("400/300 Request Body is not well-formed: it is nested deeper than 32.");
    }

    @Test
    void limitsTheLengthOfNumbers() {
        assertThat(add("{\"shelf\": " + "9".repeat(101) + "}").refusal())
                .isEqualTo("400/300 Request Body is not well-formed: a value is too long.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-32"})
    void refusesBytesThatAreNoUtf8(String charset) {
        byte[] text = (ada() + ", \"ward\": \"Zürich\"}").getBytes(Charset.forName(charset));
        assertThat(branch.ask("POST", "/readers")
                        .body("application/json", text)
                        .send()
                        .refusal())
                .isEqualTo(NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "eda080", "f4908080", "ff", "c3"})
    void refusesBytesThatUtf8DoesNotHave(String bytes) {
        byte[] json = (ada() + ", \"ward\": \"<>\"}")
                .replace("<>", new String(HexFormat.of().parseHex(bytes), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(branch.ask("POST", "/readers")
                        .body("application/json", json)
                        .send()
                        .refusal())
                .isEqualTo(NOT_JSON);
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(add("\ufeff" + ada() + "}").status()).isEqualTo(201);
        assertThat(add("\ufeff").refusal()).isEqualTo(NOT_JSON);
    }

    /** Names that collide in any hash of the form {@code 33 * hash + character}. */
    @Test
    void readsNamesOfOneHash() {
        StringJoiner names = new StringJoiner(",", "{", "}");
        for (int i = 0; i < 1 << 11; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 11; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "B@");
            }
            names.add("\"" + name + "\":0");
        }
        assertThat(add(names.toString()).refusal()).isEqualTo("400/300 Validation Failed.");
    }

    @Test
    void keepsAllCharactersOfTexts() {
        String ward = "北 \uD83D\uDE00 \\\" \\n é";
        Doc added = add(ada() + ", \"ward\": \"" + ward + "\"}").json();
        assertThat(branch.ask("GET", "/readers/" + added.id()).send().json().text("ward"))
                .isEqualTo("北 \uD83D\uDE00 \" \n é");
    }
}

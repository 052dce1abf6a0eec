package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Pictures;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies of requests are read, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // each test has a branch of its own
class BodyTest {
    private static final String NOT_JSON = "400/300 Request Body should be a valid JSON object.";
    private static final String WRONG_TYPE = "415/300 Unsupported Content Type";

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

    @Test
    void refusesAMissingBody() {
        assertThat(branch.ask("POST", "/readers").send().refusal()).isEqualTo(NOT_JSON);
        assertThat(branch.ask("PATCH", "/readers/me").send().refusal()).isEqualTo(NOT_JSON);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String name = "x".repeat(Toy.MOST_JSON_BYTES);
        String refusal = "413/300 Request Body is larger than " + Toy.MOST_JSON_BYTES + " bytes.";
        assertThat(add("{\"name\": \"" + name + "\"}").refusal()).isEqualTo(refusal);
        assertThat(branch.ask("POST", "/readers")
                        .chunked("application/json", "{\"name\": \"" + name + "\"}")
                        .send()
                        .refusal())
                .isEqualTo(refusal);
    }

    @Test
    void refusesALargeBodyWithoutMemory() {
        byte[] large = new byte[20_000];
        Requests request = Requests.post("/v2/readers", large).header("Authorization", "Bearer " + branch.token());
        assertThat(toy.installation().api().handle(request).status()).isEqualTo(503);
        assertThat(toy.installation()
                        .oauth()
                        .handle(Requests.post("/oauth/token", large))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void readsABodyInChunks() {
        Reply reply = branch.ask("POST", "/readers")
                .chunked("application/json", ada() + "}")
                .send();
        assertThat(reply.json().text("name")).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "Application/JSON",
                "application/json;charset=UTF-8",
                "application/json; charset=utf8",
                "application/json; charset=\"utf-8\"",
                "application/json; odd=1"
            })
    void readsJsonOfTheseTypes(String type) {
        assertThat(branch.ask("POST", "/readers").body(type, ada() + "}").send().status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "text/plain",
                "text/json",
                "application/xml",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "json",
                "*/*",
                "/"
            })
    void refusesOtherTypes(String type) {
        assertThat(branch.ask("POST", "/readers").body(type, ada() + "}").send().refusal())
                .isEqualTo(WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{broken", "text"})
    void ignoresBodiesOfOperationsWithoutOne(String body) {
        assertThat(branch.ask("GET", "/readers").json(body).send().status()).isEqualTo(200);
        assertThat(branch.ask("GET", "/readers")
                        .body("application/x-www-form-urlencoded", body)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void needsNoBodyWhereItIsOptional() {
        String ada = branch.reader("ada").id();
        String eva = branch.reader("eva").id();
        String ida = branch.reader("ida").id();
        assertThat(branch.ask("DELETE", "/readers/" + ada).send().status()).isEqualTo(204);
        assertThat(branch.ask("DELETE", "/readers/" + eva)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(branch.ask("DELETE", "/readers/" + ida)
                        .json("{\"reason\": \"moved\"}")
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @Test
    void readsFormsWithJsonInTheirParts() {
        Reply reply = branch.ask("POST", "/readers")
                .part("email", branch.email("ada"))
                .part("name", "Ada")
                .part("card", "A1234")
                .part("shelf", "7")
                .part("fee", "1.5")
                .part("newsletter", "false")
                .part("address", "{\"city\": \"London\"}")
                .part("telephones", "[{\"number\": \"+4412345\"}]")
                .part("languages", "[\"en\", \"fr\"]")
                .send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        Doc reader = reply.json();
        assertThat(reader.number("shelf")).isEqualTo(7);
        assertThat(reader.get("fee")).isEqualTo(1.5);
        assertThat(reader.get("newsletter")).isEqualTo(false);
        assertThat(reader.doc("address").text("city")).isEqualTo("London");
        assertThat(reader.docs("telephones").getFirst().text("label")).isEqualTo("home");
        assertThat(reader.texts("languages")).containsExactly("en", "fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"London", "[", "{\"city\": \"A\", \"city\": \"B\"}", "{} {}", "7", "[]", ""})
    void faultsAPartThatShouldHoldAnObjectAndDoesNot(String address) {
        Reply reply = branch.ask("POST", "/readers")
                .part("email", branch.email("ada"))
                .part("name", "Ada")
                .part("card", "A1234")
                .part("address", address)
                .send();
        assertThat(reply.faults()).containsOnlyKeys("address");
    }

    @Test
    void refusesAFormWhereOnlyJsonIsTaken() {
        assertThat(branch.ask("PATCH", "/readers/me").part("name", "Ada").send().refusal())
                .isEqualTo(WRONG_TYPE);
    }

    @Test
    void refusesJsonWhereOnlyAFormIsTaken() {
        assertThat(branch.ask("POST", "/readers/me/portrait").json("{}").send().refusal())
                .isEqualTo(WRONG_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, its media type names no boundary",
        "multipart/form-data; boundary=x, it does not follow its media type"
    })
    void reportsFaultsOfAForm(String type, String fault) {
        assertThat(branch.ask("POST", "/readers").body(type, "--y\r\n").send().refusal())
                .isEqualTo("400/300 Request Body is not well-formed: " + fault + ".");
    }

    @Test
    void limitsTheNumberOfParts() {
        var question = branch.ask("POST", "/readers");
        for (int i = 0; i < 101; i++) {
            question.part("part" + i, "x");
        }
        assertThat(question.send().refusal())
                .isEqualTo("400/300 Request Body is not well-formed: it has too many parts.");
    }

    @Test
    void keepsAFile() {
        Reply reply = branch.ask("POST", "/readers/me/portrait")
                .file("pic_file", Pictures.png(100))
                .part("caption", "Ada")
                .send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().text("caption")).isEqualTo("Ada");
        assertThat(toy.files("uploads")).isEmpty();
        assertThat(toy.files("media")).anySatisfy(file -> assertThat(file).hasBinaryContent(Pictures.png(100)));
    }

    @Test
    void keepsAFileOfTheGreatestSizeAndNoneAbove() {
        assertThat(branch.ask("POST", "/readers/me/portrait")
                        .file("pic_file", Pictures.png(2048))
                        .send()
                        .status())
                .isEqualTo(201);
        assertThat(branch.ask("POST", "/readers/me/portrait")
                        .file("pic_file", Pictures.png(2049))
                        .send()
                        .refusal())
                .isEqualTo("400/120 The file is too large.");
        assertThat(toy.files("uploads")).isEmpty();
    }

    @Test
    void refusesAFormThatIsTooLarge() {
        assertThat(branch.ask("POST", "/readers/me/portrait")
                        .file("pic_file", Pictures.png(Toy.MOST_FORM_BYTES))
                        .send()
                        .refusal())
                .isEqualTo("413/300 Request Body is larger than " + Toy.MOST_FORM_BYTES + " bytes.");
        assertThat(branch.ask("POST", "/readers/me/portrait")
                        .part("caption", "x".repeat(Toy.MOST_JSON_BYTES + 1))
                        .send()
                        .refusal())
                .isEqualTo("413/300 Request Body is larger than " + Toy.MOST_JSON_BYTES + " bytes.");
    }

    @Test
    void refusesAFormWithoutItsFile() {
        String missing = "400/120 File is empty.";
        assertThat(branch.ask("POST", "/readers/me/portrait").send().refusal()).isEqualTo(missing);
        assertThat(branch.ask("POST", "/readers/me/portrait")
                        .part("caption", "Ada")
                        .send()
                        .refusal())
                .isEqualTo(missing);
        assertThat(branch.ask("POST", "/readers/me/portrait")
                        .part("pic_file", "text")
                        .send()
                        .refusal())
                .isEqualTo(missing);
        assertThat(branch.ask("POST", "/readers/me/portrait")
                        .file("pic_file", new byte[0])
                        .send()
                        .refusal())
                .isEqualTo(missing);
    }

    @Test
    void detectsFileTypesByContent() {
        assertThat(branch.ask("POST", "/readers/me/portrait")
                        .file("pic_file", "<script>".getBytes(StandardCharsets.UTF_8))
                        .send()
                        .refusal())
                .isEqualTo("400/120 The file is no picture.");
        assertThat(toy.files("uploads")).isEmpty();
    }

    @Test
    void takesFilesInAnyOrderAndTheFirstOfEach() {
        Reply reply = branch.ask("POST", "/readers/me/portrait")
                .part("caption", "Ada")
                .file("other", new byte[] {1})
                .file("pic_file", Pictures.png(64))
                .file("pic_file", new byte[] {1})
                .send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(toy.files("uploads")).isEmpty();
    }
}

package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fields and parameters outside the contract are treated, over HTTP. */
class StrictnessTest {
    private static final String UNKNOWN =
            "\"id\": 1, \"address\": {\"zip\": 2}, \"telephones\": [{\"number\": \"+1\", \"ext\": 3}]";
    private static final String WARNING = "X-Greenroom-Warning";

    private static Reply add(Branch branch, String fields) {
        return branch.ask("POST", "/readers?source=test&access_token=x")
                .json("{\"email\": \"" + branch.email("ada") + "\", \"name\": \"Ada\", \"card\": \"A1234\", " + fields
                        + "}")
                .send();
    }

    @Test
    void ignoresThemWhenOff() {
        try (Toy toy = Toy.library().strictness(Strictness.OFF).start()) {
            Reply reply = add(toy.branch(), UNKNOWN);
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.headers()).doesNotContainKey("x-greenroom-warning");
            assertThat(reply.json().doc("address").names()).isEmpty();
        }
    }

    @Test
    void namesThemInAHeaderWhenWarning() {
        try (Toy toy = Toy.library().strictness(Strictness.WARN).start()) {
            Reply reply = add(toy.branch(), UNKNOWN);
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header(WARNING))
                    .isEqualTo("unknown parameters: source; unknown fields: address.zip, telephones[0].ext, id");
            assertThat(toy.lastTravelled().warnings())
                    .containsExactly(
                            "unknown parameters: source", "unknown fields: address.zip, telephones[0].ext, id");
        }
    }

    @Test
    void refusesThemWhenOn() {
        try (Toy toy = Toy.library().strictness(Strictness.ON).start()) {
            Branch branch = toy.branch();
            Reply parameters = add(branch, UNKNOWN);
            assertThat(parameters.refusal()).isEqualTo("400/300 Validation Failed.");
            assertThat(parameters.faults()).containsOnlyKeys("source", "id", "address.zip", "telephones[0].ext");
            Reply fields =
                    branch.ask("PATCH", "/readers/me").json("{" + UNKNOWN + "}").send();
            assertThat(fields.faults())
                    .containsOnly(
                            entry("id", "Unknown field."),
                            entry("address.zip", "Unknown field."),
                            entry("telephones[0].ext", "Unknown field."));
            assertThat(branch.ask("PATCH", "/readers/me").json("{}").send().status())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, 400/120 The file is no picture.",
        "WARN, 400/120 The file is no picture.",
        "ON, " + "400/300 Request Body is not well-formed: a file name is not quoted."
    })
    void looksAtMarksAroundFileNamesWhenOn(Strictness strictness, String refusal) {
        try (Toy toy = Toy.library().strictness(strictness).start()) {
            String part = "--x\r\nContent-Disposition: form-data; name=\"pic_file\"; filename=a.png"
                    + "\r\n\r\nno\r\n--x--\r\n";
            assertThat(toy.branch()
                            .ask("POST", "/readers/me/portrait")
                            .body("multipart/form-data; boundary=x", part)
                            .send()
                            .refusal())
                    .isEqualTo(refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({"OFF, 201", "WARN, 201", "ON, 400"})
    void treatsPartsOfFormsLikeFields(Strictness strictness, int status) {
        try (Toy toy = Toy.library().strictness(strictness).start()) {
            Branch branch = toy.branch();
            Reply reply = branch.ask("POST", "/readers")
                    .part("email", branch.email("ada"))
                    .part("name", "Ada")
                    .part("card", "A1234")
                    .part("nickname", "Countess")
                    .send();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.header(WARNING))
                    .isEqualTo(strictness == Strictness.WARN ? "unknown fields: nickname" : "");
        }
    }

    @Test
    void escapesNamesInTheWarningHeader() {
        try (Toy toy = Toy.library().start()) {
            Branch branch = toy.branch();
            Reply reply = add(branch, "\"a\\r\\nSet-Cookie: x\": 1, \"zürich \uD83D\uDE00\": 2, \"\\u007f\\t\": 3");
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.headers()).doesNotContainKey("set-cookie");
            assertThat(reply.header(WARNING))
                    .isEqualTo("unknown parameters: source; unknown fields: a??Set-Cookie: x, z?rich ?, ??");
            assertThat(branch.ask("GET", "/readers?a%0d%0ab=1").send().header(WARNING))
                    .isEqualTo("unknown parameters: a??b");
        }
    }

    @Test
    void limitsTheLengthOfTheWarningHeader() {
        try (Toy toy = Toy.library().start()) {
            Reply reply = add(toy.branch(), "\"" + "x".repeat(40_000) + "\": 1");
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header(WARNING)).endsWith("x...").hasSizeLessThan(600);
        }
    }

    @Test
    void limitsTheNumberOfReportedFaults() {
        try (Toy toy = Toy.library().strictness(Strictness.ON).start()) {
            StringBuilder fields = new StringBuilder("\"x\": 0");
            for (int i = 0; i < 5_000; i++) {
                fields.append(", \"x").append(i).append("\": 0");
            }
            Reply reply = toy.branch()
                    .ask("PATCH", "/readers/me")
                    .json("{" + fields + "}")
                    .send();
            assertThat(reply.faults()).hasSize(100);
        }
    }
}

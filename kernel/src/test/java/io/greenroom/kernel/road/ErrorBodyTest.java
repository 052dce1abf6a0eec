package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as JSON and as XML, over HTTP. */
class ErrorBodyTest {
    private static final String XML = "application/xml";
    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private Toy toy = Toy.library().start();

    @AfterEach
    void close() {
        toy.close();
    }

    private Reply refused(String accept) {
        Question question = new Question(toy, "GET", "/nowhere");
        return (accept.isEmpty() ? question : question.header("Accept", accept)).send();
    }

    private static void assertXml(Reply reply) {
        assertThat(reply.header("Content-Type")).isEqualTo("application/xml;charset=UTF-8");
        assertThat(reply.text())
                .isEqualTo(PROLOGUE + "<result><code>2300</code><message>This API endpoint is not recognized.</message>"
                        + "</result>");
    }

    private static void assertJson(Reply reply) {
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(reply.refusal()).isEqualTo("404/2300 This API endpoint is not recognized.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {XML, "APPLICATION/XML", "application/xml, application/json;q=0.5", "application/xml, */*;q=0.1"})
    void areXmlForCallersThatPreferIt(String accept) {
        assertXml(refused(accept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json",
                "text/html",
                "application/json, application/xml",
                "application/xml;q=0.5, */*",
                "application/xml;q=0"
            })
    void areJsonForAllOthers(String accept) {
        assertJson(refused(accept));
    }

    @Test
    void nameEachFieldInXml() {
        Branch branch = toy.branch();

        Reply reply = branch.ask("POST", "/readers")
                .header("Accept", XML)
                .json("{\"name\": 1}")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text())
                .startsWith(PROLOGUE + "<result><code>300</code><message>Validation Failed.</message><errors><field>")
                .endsWith("</message></errors></result>");
    }

    @Test
    void escapeWhatXmlCannotHold() {
        Branch branch = toy.branch();

        Reply reply =
                branch.ask("GET", "/readers/a%3Cb%3E&%01").header("Accept", XML).send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("a&lt;b&gt;&amp;\uFFFD");
    }

    @Test
    void leaveAnswersJson() {
        Branch branch = toy.branch();

        assertThat(branch.ask("GET", "/readers").header("Accept", XML).send().header("Content-Type"))
                .isEqualTo("application/json;charset=UTF-8");
    }

    @Test
    void areXmlUnlessJsonIsNamedWhereThatIsSwitchedOn() {
        toy.close();
        toy = Toy.library().xmlErrors().start();

        assertXml(refused(""));
        assertXml(refused("*/*"));
        assertJson(refused("application/json"));
        assertJson(refused("application/json, */*"));
        assertJson(refused("text/html"));
    }
}

package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a method and a path lead to an operation, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingTest {
    private static final String UNKNOWN = "404/2300 This API endpoint is not recognized.";

    private final Toy toy = Toy.library().start();
    private final Toy echo = Toy.doing(
                    on -> on.doc("getBook", call -> call.blank("Book").put("id", call.path("bookId"))))
            .start();

    @AfterAll
    void close() {
        toy.close();
        echo.close();
    }

    @Test
    void prefersALiteralToAParameter() {
        Reply reply = toy.branch()
                .ask("GET", "/readers/email?email=nobody@example.org")
                .send();
        assertThat(reply.json().flag("existed")).isFalse();
    }

    @Test
    void fallsBackToTheParameterIfTheLiteralFails() {
        assertThat(toy.branch().ask("DELETE", "/readers/email").send().refusal())
                .isEqualTo("404/1001 Reader does not exist: email.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2//readers/{id}",
                "/v2/readers//{id}",
                "//v2/readers/{id}",
                "/v2/readers/{id}/",
                "/v2/readers/{id}//"
            })
    void toleratesDoubledAndTrailingSlashes(String path) {
        Branch branch = toy.branch();
        Doc reader = branch.reader("ada");
        Reply reply =
                branch.ask("GET", "").at(path.replace("{id}", reader.id())).send();
        assertThat(reply.json().id()).isEqualTo(reader.id());
    }

    @Test
    void answersOnlyBelowItsBasePath() {
        Branch branch = toy.branch();
        assertThat(branch.ask("GET", "").at("/%762/readers").send().status()).isEqualTo(200);
        for (String path : List.of("/", "/readers", "/v1/readers", "/V2/readers", "/v2x/readers", "/v2%2Freaders")) {
            assertThat(branch.ask("GET", "").at(path).send().refusal()).isEqualTo(UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gFYYRVHMRdSWzGZXabLsJA==, gFYYRVHMRdSWzGZXabLsJA==",
        "gFYY%2FRVHM%2BRdSW%3D%3D, gFYY/RVHM+RdSW==",
        "%252FgFYY%252F%252FRVHM%252B%253D%253D, /gFYY//RVHM+==",
        "gFYY%252fRVHM%2bRdSW%3d, gFYY/RVHM+RdSW=",
        "a+b, a+b",
        "a%20b, a b",
        "50%25, 50%",
        "50%25%20off, 50% off",
        "z%C3%BCrich, zürich",
        "a;v=1, a;v=1",
        "..%2F.., ../..",
        "%2525, %"
    })
    void decodesPathValuesOnceOrTwice(String sent, String value) {
        assertThat(echo.branch().ask("GET", "/books/" + sent).send().json().id())
                .isEqualTo(value);
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        Branch branch = toy.branch();
        String path = "/readers/" + branch.reader("ada").id();
        Reply get = branch.ask("GET", path).send();
        Reply head = branch.ask("HEAD", path).send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.headers()).containsOnlyKeys(get.headers().keySet());
    }

    @Test
    void answersHeadOnlyWhereGetIs() {
        assertThat(toy.branch().ask("HEAD", "/library").send().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /shelves",
        "GET, /readers/a/b/c",
        "PUT, /readers",
        "POST, /readers/email",
        "PATCH, /readers",
        "TRACE, /readers",
        "BREW, /readers",
        "GET, /Readers",
        "GET, /",
        "GET, ''",
        "GET, //",
        "GET, /v2/readers",
        "GET, /readers/%zz",
        "GET, /readers/%ff",
        "GET, /readers/%00",
        "GET, /readers/a%2"
    })
    void answers404ForUnknownRoutes(String method, String path) {
        assertThat(toy.branch().ask(method, path).send().refusal()).isEqualTo(UNKNOWN);
    }

    @Test
    void checksTheRouteBeforeTheToken() {
        assertThat(new Question(toy, "GET", "/shelves").send().refusal()).isEqualTo(UNKNOWN);
    }

    @Test
    void answers501OnlyToAuthorizedCallers() {
        assertThat(new Question(toy, "DELETE", "/library").send().status()).isEqualTo(401);
        assertThat(toy.branch().ask("DELETE", "/library").send().refusal())
                .isEqualTo("501/501 Greenroom does not have closeLibrary yet.");
    }

    @Test
    void refusesAQueryThatIsNotWellFormed() {
        assertThat(toy.branch().ask("GET", "/readers?ward=%zz").send().refusal())
                .isEqualTo("400/300 The query is not well-formed.");
    }
}

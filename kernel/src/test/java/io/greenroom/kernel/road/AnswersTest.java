package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Pictures;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers and bodies of answers, over HTTP. */
class AnswersTest {
    private Toy toy = Toy.library().start();

    @AfterEach
    void close() {
        toy.close();
    }

    private void start(Toy.Setup setup) {
        toy.close();
        toy = setup.start();
    }

    private static void assertUsualHeaders(Reply reply) {
        assertThat(reply.header("x-zm-trackingid")).matches("v=2\\.0;clid=us02;rid=WEB_[0-9a-f]{32}");
        assertThat(reply.header("x-zm-zoneid")).isEqualTo("VA2");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("cache-control")).isEqualTo("no-cache, no-store, must-revalidate, no-transform");
        assertThat(reply.header("pragma")).isEqualTo("no-cache");
        assertThat(reply.header("expires")).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(reply.header("vary")).isEqualTo("Origin");
    }

    @Test
    void carryTheUsualHeaders() {
        Branch branch = toy.branch();
        String reader = branch.reader("ada").id();
        Reply found = branch.ask("GET", "/readers/" + reader).send();
        assertUsualHeaders(found);
        assertThat(found.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertUsualHeaders(branch.ask("DELETE", "/readers/" + reader).send());
        assertUsualHeaders(branch.ask("GET", "/readers/" + reader).send());
        assertUsualHeaders(branch.ask("GET", "/nowhere").send());
        Reply outside = branch.ask("GET", "").at("/readers/me").send();
        assertThat(outside.refusal()).isEqualTo("404/2300 This API endpoint is not recognized.");
        assertUsualHeaders(outside);
        assertThat(toy.lastTravelled().trackingId()).isEqualTo(outside.header("x-zm-trackingid"));
        assertUsualHeaders(new Question(toy, "GET", "/readers").send());
        assertUsualHeaders(branch.ask("POST", "/readers").json("{}").send());
    }

    @Test
    void haveATrackingIdEachThatFindsTheRequest() {
        Branch branch = toy.branch();
        Reply first = branch.ask("GET", "/readers?ward=secret").send();
        Reply second = branch.ask("GET", "/readers/nobody").send();
        assertThat(first.header("x-zm-trackingid")).isNotEqualTo(second.header("x-zm-trackingid"));
        CompletedRequest last = toy.lastTravelled();
        assertThat(last.trackingId()).isEqualTo(second.header("x-zm-trackingid"));
        assertThat(last.operation()).isEqualTo("getReader");
        assertThat(last.account()).isEqualTo(branch.id());
        assertThat(last.method()).isEqualTo("GET");
        assertThat(last.path()).isEqualTo("/v2/readers/nobody");
        assertThat(last.status()).isEqualTo(404);
        assertThat(last.verdict()).isEqualTo("reader-missing");
        assertThat(toy.completed())
                .noneSatisfy(completed -> assertThat(completed.path()).contains("secret"));
    }

    @Test
    void haveNothingInThemWhenThereIsNothingToSay() {
        Branch branch = toy.branch();
        Reply reply =
                branch.ask("DELETE", "/readers/" + branch.reader("ada").id()).send();
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.headers()).doesNotContainKey("content-type");
    }

    @Test
    void areCutToTheContract() {
        Branch branch = toy.branch();
        Reply added = branch.ask("POST", "/readers")
                .json(
                        """
                        {"email": "%s", "name": "Ada", "card": "A1234", "password": "secret", "shelf": 3}"""
                                .formatted(branch.email("ada")))
                .send();
        assertThat(added.json().names())
                .containsExactlyInAnyOrder(
                        "id", "email", "name", "card", "status", "level", "shelf", "newsletter", "joined");
        Reply list = branch.ask("GET", "/readers").send();
        assertThat(list.text()).doesNotContain("notes", "password");
        assertThat(added.text()).doesNotContain("notes", "password", "books too long");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 127.0.0.1:{port}, http://127.0.0.1:{port}",
        "'', library.example, http://library.example",
        "'', [::1]:4733, http://[::1]:4733",
        "https://books.example.org, library.example, https://books.example.org"
    })
    void putAnOriginInFrontOfTheirOwnPaths(String publicUrl, String host, String origin) {
        start(Toy.library().publicUrl(publicUrl));
        String port = Integer.toString(toy.port());
        Reply reply = toy.branch()
                .ask("POST", "/readers/me/portrait")
                .header("Host", host.replace("{port}", port))
                .file("pic_file", Pictures.png(64))
                .send();
        assertThat(reply.json().text("portrait_url")).startsWith(origin.replace("{port}", port) + "/portraits/");
        assertThat(reply.header("Content-Location")).startsWith(origin.replace("{port}", port) + "/v2/readers/");
    }

    @Test
    void containTheOriginOfTheRequest() {
        Branch branch = toy.branch();
        branch.ask("POST", "/readers/me/portrait")
                .file("pic_file", Pictures.png(64))
                .send();
        for (String host : List.of("one.example", "two.example", "one.example")) {
            Reply reply = branch.ask("GET", "/readers/me").header("Host", host).send();
            assertThat(reply.json().text("portrait_url")).startsWith("http://" + host + "/");
        }
    }

    @Test
    void containTheLocationOfTheCreatedResource() {
        Branch branch = toy.branch();
        Doc added = branch.reader("ada");
        Reply again = branch.ask("POST", "/readers")
                .json("{\"email\": \"%s\", \"name\": \"Eva\", \"card\": \"A1234\"}".formatted(branch.email("eva")))
                .send();
        String location = again.header("Content-Location");
        assertThat(location)
                .isEqualTo(toy.origin() + "/v2/readers/" + again.json().id());
        Reply found = branch.ask("GET", "")
                .at(location.substring(toy.origin().length()))
                .send();
        assertThat(found.json().id()).isEqualTo(again.json().id()).isNotEqualTo(added.id());
    }

    @Test
    void encodePathValuesInHeaders() {
        start(Toy.doing(on -> on.doc("setPortrait", call -> call.blank("Picture"))));
        Reply reply = toy.branch()
                .ask("POST", "/readers/a%0d%0aX-Bad:%201%2F%7BreaderId%7D%C3%A9/portrait")
                .file("pic_file", Pictures.png(64))
                .send();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Content-Location"))
                .isEqualTo(toy.origin() + "/v2/readers/a%0D%0AX-Bad%3A%201%2F%7BreaderId%7D%C3%A9");
    }

    @Test
    void fillPlaceholdersOfRefusalsFromPathAndBody() {
        Branch branch = toy.branch();
        branch.reader("ada");
        assertThat(branch.ask("POST", "/readers")
                        .json("{\"email\": \"%s\", \"name\": \"Eva\", \"card\": \"A1234\"}"
                                .formatted(branch.email("ada")))
                        .send()
                        .refusal())
                .isEqualTo("409/1005 Email " + branch.email("ada") + " has already been used.");
        assertThat(branch.ask("GET", "/readers/%22%3C%7Bid%7D%0a").send().refusal())
                .isEqualTo("404/1001 Reader does not exist: \"<{id}\n.");
    }

    @Test
    void carryTheVariantOfAFailureWithItsExtraFields() {
        start(Toy.doing(on -> on.file("printBook", call -> {
            throw call.refuse("book-missing");
        })));

        Reply refused = toy.branch().ask("GET", "/books/7/words").send();

        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.text())
                .isEqualTo("{\"code\":1003,\"message\":\"Book 7 is out of print.\",\"result\":false}");
        assertThat(toy.lastTravelled().failures()).containsExactly("book-out-of-print");
    }

    @Test
    void holdFilesAndOtherThingsAsTheHandlerGivesThem() {
        start(Toy.doing(on -> {
            on.file("printBook", call -> Answer.text(200, "text/plain", "Words of " + call.path("bookId")));
            on.page("listReaders", call -> Page.whole(
                            List.of(call.blank("Reader").put("name", "Ada")))
                    .map(reader -> reader.copy().put("ward", "west")));
        }));
        Branch branch = toy.branch();
        Reply text = branch.ask("GET", "/books/7/words").send();
        assertThat(text.text()).isEqualTo("Words of 7");
        assertThat(text.header("Content-Type")).isEqualTo("text/plain");
        assertUsualHeaders(text);
        assertThat(branch.ask("GET", "/readers").send().each("readers", "ward")).containsExactly("west");
    }
}

package io.greenroom.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the server is started before the tests
class DocsPagesTest {
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private Greenroom server;

    @BeforeAll
    void start() {
        server = Start.server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Talk.Answer get(String path) {
        return Talk.to(server).get(path);
    }

    @Test
    void hasEveryFileThatItsPageNames() {
        String page = get("/docs/").body();

        assertThat(LINK.matcher(page).results().map(link -> link.group(1)))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(file ->
                        assertThat(get("/docs/" + file).status()).as(file).isEqualTo(200));
    }

    @Test
    void needsNothingFromElsewhere() {
        for (String file : new String[] {"", "docs.js", "docs.css"}) {
            assertThat(get("/docs/" + file).body()).doesNotContain("http://", "https://");
        }
        assertThat(get("/docs/").head()).contains("default-src 'none'; script-src 'self';");
    }

    @Test
    void runsNoInlineScripts() {
        assertThat(get("/docs/").body()).doesNotContainPattern("<script>|\\son[a-z]+=");
    }

    @Test
    void servesTheContractAsAnOpenApiDocument() {
        Talk.Answer answer = get("/docs/openapi.json");

        assertThat(answer.json().text("openapi")).isEqualTo("3.1.0");
        assertThat(answer.json().docs("servers").getFirst().text("url")).isEqualTo(server.url() + "/v2");
        assertThat(Talk.to(server)
                        .header("Host", "localhost:80")
                        .get("/docs/openapi.json")
                        .json()
                        .docs("servers")
                        .getFirst()
                        .text("url"))
                .isEqualTo("http://localhost:80/v2");
        PackedContract.bundled().operations().keySet().forEach(id -> assertThat(answer.body())
                .contains("\"operationId\":\"" + id + "\""));
    }

    @Test
    void marksOperationsThatAreNotBuilt() {
        Doc document = get("/docs/openapi.json").json();

        assertThat(document.docs("tags").stream()
                        .filter(tag -> tag.text("description").endsWith(" Not built yet."))
                        .map(tag -> tag.text("name")))
                .contains("Rooms", "Phone")
                .doesNotContain("Users", "Webinars");
        assertThat(described(document, "/rooms", "post")).startsWith("**Not built yet:** answers 501.");
        assertThat(described(document, "/users", "post")).startsWith("**Scopes:**");
    }

    private static String described(Doc document, String path, String method) {
        return document.doc("paths").doc(path).doc(method).text("description");
    }

    @Test
    void offersTheDemoAccountsCredentials() {
        assertThat(get("/docs/").body()).contains("value=\"GreenroomDemoAccount01\"");
        try (Greenroom without = Start.server("--demo=false")) {
            assertThat(Talk.to(without).get("/docs/").body())
                    .contains("value=\"\"")
                    .doesNotContain("GreenroomDemo");
        }
    }

    @Test
    void servesNothingElse() {
        assertThat(get("/docs").head()).contains("Location: /docs/");
        assertThat(get("/docs/../docs.js").status()).isEqualTo(404);
        assertThat(get("/docs/index.html").status()).isEqualTo(404);
        assertThat(Talk.to(server).post("/docs/").status()).isEqualTo(405);
    }
}

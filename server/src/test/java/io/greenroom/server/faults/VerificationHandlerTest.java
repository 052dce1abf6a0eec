package io.greenroom.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class VerificationHandlerTest {
    private Greenroom server;
    private Doc account;
    private String token;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false");
        account = Talk.to(server).json("{}").post("/_greenroom/accounts").json();
        Doc app = account.docs("apps").getFirst();
        token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void create(String email, int type) {
        Talk.to(server)
                .bearer(token)
                .json("{\"action\":\"create\",\"user_info\":{\"email\":\"%s\",\"type\":%d}}".formatted(email, type))
                .post("/v2/users");
    }

    private Doc verify(String order) {
        return Talk.to(server)
                .json(order)
                .post("/_greenroom/accounts/" + account.id() + "/verifications")
                .json();
    }

    @Test
    void countsRequestsByOperationAndBody() {
        create("ada@example.org", 1);
        create("grace@example.org", 2);

        Doc result = verify("{\"calls\": ["
                + "{\"operation\": \"userCreate\", \"at_least\": 2, \"at_most\": 2},"
                + "{\"operation\": \"userCreate\", \"body\": {\"user_info\": {\"type\": 2}}},"
                + "{\"path\": \"/v2/users\", \"method\": \"POST\", \"status\": 201}], \"nothing_else\": true}");

        assertThat(result.docs("faults")).isEmpty();
        assertThat(result.flag("passed")).isTrue();
        assertThat(result.get("counts")).hasToString("[2, 1, 2]");
        assertThat(result.flag("complete")).isTrue();
    }

    @Test
    void explainsWhatIsMissingTooMuchOutOfOrderOrUnexpected() {
        create("ada@example.org", 1);
        Talk.to(server).bearer(token).get("/v2/users/ada@example.org");
        Talk.to(server).bearer(token).get("/v2/roles");

        Doc result = verify("{\"in_order\": true, \"nothing_else\": true, \"calls\": [{\"operation\": \"user\"},"
                + "{\"operation\": \"userCreate\"}, {\"operation\": \"userDelete\"},"
                + " {\"operation\": \"user\", \"at_most\": 0}]}");

        assertThat(result.flag("passed")).isFalse();
        assertThat(result.texts("faults"))
                .containsExactly(
                        "0 of operation userDelete, not at least 1",
                        "1 of operation user, not 0",
                        "out of order: operation userCreate",
                        "unexpected: GET /v2/roles");
    }

    @Test
    void waitsForARequestAndSeesNoOtherAccount() {
        Doc other = Talk.to(server).json("{}").post("/_greenroom/accounts").json();
        CompletableFuture<Doc> waiting = CompletableFuture.supplyAsync(
                () -> verify("{\"calls\": [{\"operation\": \"userCreate\"}], \"wait_ms\": 20000}"));
        create("ada@example.org", 1);

        assertThat(waiting.join().flag("passed")).isTrue();
        assertThat(Talk.to(server)
                        .json("{\"calls\": [{\"operation\": \"userCreate\", \"at_most\": 0}], \"nothing_else\": true}")
                        .post("/_greenroom/accounts/" + other.id() + "/verifications")
                        .json()
                        .flag("passed"))
                .isTrue();
    }

    @Test
    void beginsAfterARequest() {
        create("ada@example.org", 1);
        String last = Talk.to(server)
                .get("/_greenroom/requests?operation=userCreate")
                .json()
                .docs("requests")
                .getFirst()
                .text("tracking_id");

        Doc result =
                verify("{\"calls\": [{\"operation\": \"userCreate\", \"at_most\": 0}], \"after\": \"" + last + "\"}");

        assertThat(result.flag("passed")).isTrue();
    }

    @Test
    void refusesChecksThatCannotBeMeant() {
        assertThat(verify("{\"calls\": [{\"operation\": \"bogus\", \"at_most\": 0}]}")
                        .text("message"))
                .isEqualTo("There is no operation bogus.");
        assertThat(verify("{\"calls\": [{\"at_most\": 0}], \"after\": \"nope\"}")
                        .text("message"))
                .isEqualTo("The history has no request nope.");
        assertThat(verify("{\"calls\": [{\"at_least\": 5, \"at_most\": 1}]}").text("message"))
                .isEqualTo("at_least is more than at_most.");
    }
}

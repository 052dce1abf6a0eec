package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Contract;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class ControlApiTest {
    private Greenroom server;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Talk talk() {
        return Talk.to(server);
    }

    private Doc opened(String order) {
        Talk.Answer answer = talk().json(order).post("/_greenroom/accounts");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private String place(Doc account) {
        return "/_greenroom/accounts/" + account.id();
    }

    @Test
    void opensAnAccountWithCredentialsThatWork() {
        Doc account = opened("{}");

        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
        assertThat(account.text("plan")).isEqualTo("enterprise");
        assertThat(account.texts("features")).contains("tsp", "pac");
        assertThat(talk().bearer(token).get("/v2/users").status()).isNotEqualTo(401);
        assertThat(talk().get(place(account)).json().text("owner_id")).isEqualTo(account.text("owner_id"));
    }

    @Test
    void opensAnAccountAsOrdered() {
        Doc account = opened(
                """
                {"id": "acme", "name": "Acme", "plan": "pro", "features": ["tsp", "tsp"],
                 "managed_domains": ["acme.example"],
                 "licences": 5, "owner": {"email": "ada@acme.example", "password": "Correct-horse-1"},
                 "apps": [{"kind": "user", "name": "Mine", "scopes": ["user:read"],
                           "redirect_uris": ["http://a.example/"]},
                          {"kind": "jwt"}]}""");

        assertThat(account.id()).isEqualTo("acme");
        assertThat(account.texts("features")).containsExactly("tsp", "paid");
        assertThat(account.number("licences")).isEqualTo(5);
        assertThat(account.docs("apps")).extracting(app -> app.text("kind")).containsExactly("user", "jwt");
        assertThat(account.docs("apps").getFirst().texts("scopes")).containsExactly("user:read");
    }

    @Test
    void refusesInvalidAccountRequests() {
        assertRefused("{\"features\": [\"teleport\"]}", "There is no feature teleport.");
        assertRefused(
                "{\"apps\": [{\"kind\": \"user\", \"redirect_uris\": [\"javascript:alert(1)\"]}]}",
                "No app may redirect to javascript:alert(1).");
        assertRefused(
                "{\"apps\": [{\"kind\": \"user\", \"scopes\": [\"user:read\", \"user read\"]}]}",
                "There is no scope user read.");
        assertRefused("{\"plan\": \"platinum\"}", "Validation Failed.");
        assertRefused("{\"nmae\": \"Acme\"}", "Validation Failed.");
        assertRefused("{\"id\": \"me\"}", "Validation Failed.");
    }

    private void assertRefused(String order, String message) {
        Talk.Answer answer = talk().json(order).post("/_greenroom/accounts");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().text("message")).isEqualTo(message);
    }

    @Test
    void switchesFeaturesAndChangesThePlan() {
        Doc account = opened("{\"features\": [\"tsp\"]}");

        Talk.Answer answer = talk().json("{\"plan\": \"free\", \"switch\": {\"on\": [\"pac\"], \"off\": [\"tsp\"]}}")
                .send("PATCH", place(account));

        Doc unchanged = talk().json("{\"plan\": null, \"features\": null, \"name\": null}")
                .send("PATCH", place(account))
                .json();

        assertThat(unchanged).isEqualTo(answer.json());
        assertThat(answer.json().texts("features")).containsExactly("pac");
        assertThat(answer.json().text("plan")).isEqualTo("free");
        assertThat(answer.json().text("name")).isEqualTo("Test account");
    }

    @Test
    void assignsAPersonalAudioConference() {
        Doc account = opened("{}");
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
        String owner = account.text("owner_id");
        String conference = "{\"conference_id\": 5550100002, \"participant_password\": \"123\"}";

        Talk.Answer answer = talk().json(conference).post(place(account) + "/users/" + owner + "/pac");
        assertThat(talk().json(conference)
                        .post(place(account) + "/users/owner-" + owner + "@greenroom.example/pac")
                        .status())
                .isEqualTo(201);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(talk().bearer(token).get("/v2/users/me/pac").json().docs("pac_accounts"))
                .extracting(pac -> pac.number("conference_id"))
                .containsExactly(5550100002L);
        assertThat(talk().json(conference)
                        .post(place(account) + "/users/nobody/pac")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void addsExternalContacts() {
        Doc account = opened("{\"owner\": {\"email\": \"olga@one.example\"}}");
        Doc other = opened("{\"owner\": {\"email\": \"otto@two.example\"}}");
        String contacts = place(account) + "/users/" + account.text("owner_id") + "/contacts";

        Talk.Answer answer = introduced(contacts, "Otto@two.example");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().text("account_id")).isEqualTo(other.id());
        assertThat(answer.json().id()).isEqualTo(other.text("owner_id"));
        assertThat(introduced(contacts, "Otto@two.example").status()).isEqualTo(201);
        assertThat(introduced(contacts, "nobody@two.example").status()).isEqualTo(404);
        assertThat(introduced(contacts, "olga@one.example").status()).isEqualTo(400);
        assertThat(introduced(place(account) + "/users/nobody/contacts", "otto@two.example")
                        .status())
                .isEqualTo(404);
        assertThat(introduced("/_greenroom/accounts/nowhere/users/nobody/contacts", "otto@two.example")
                        .status())
                .isEqualTo(404);
    }

    private Talk.Answer introduced(String path, String email) {
        return talk().json("{\"email\": \"%s\"}".formatted(email)).post(path);
    }

    @Test
    void setsUpTrunksAndNumbersOfACarrier() {
        Doc account = opened("{}");
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
        String setUp =
                """
                {"trunks": [{"id": "268", "sip_server_address": "192.0.2.10", "dnis": "90001258"}],
                 "numbers": [{"number": "4930222", "country": "DE"}]}""";

        Talk.Answer answer = talk().json(setUp).send("PUT", place(account) + "/sip_audio");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(talk().bearer(token)
                        .get("/v2/accounts/me/sip_trunk/trunks")
                        .json()
                        .docs("sip_trunks"))
                .extracting(Doc::id)
                .containsExactly("268");
        assertThat(talk().bearer(token).get("/v2/sip_trunk/numbers").json().number("total_records"))
                .isEqualTo(1);
        assertThat(talk().json("{}").send("PUT", place(account) + "/sip_audio").status())
                .isEqualTo(200);
        assertThat(talk().bearer(token).get("/v2/sip_trunk/numbers").json().number("total_records"))
                .isZero();
    }

    @Test
    void keepsSubAccountTrunksUnderTheMasterAccount() {
        Doc account = opened("{}");
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
        Doc below = talk().bearer(token)
                .json(
                        """
                        {"first_name": "Una", "last_name": "Below", "email": "una@below.example",
                         "password": "Sesame-42-open"}""")
                .post("/v2/accounts")
                .json();

        assertThat(talk().json("{}").send("PUT", place(below) + "/sip_audio").status())
                .isEqualTo(400);
    }

    @Test
    void listsTheEventsOfAnAccount() {
        Doc account = opened("{}");
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
        talk().bearer(token)
                .json("{\"action\": \"custCreate\", \"user_info\": {\"email\": \"ada@a.example\", \"type\": 1}}")
                .post("/v2/users");

        List<Doc> events = talk().get(place(account) + "/events").json().docs("events");

        assertThat(events).extracting(event -> event.text("name")).containsExactly("user.created");
        assertThat(events.getFirst().doc("body").text("event")).isEqualTo("user.created");
    }

    @Test
    void refusesAnOwnerWithATakenAddress() {
        opened("{\"owner\": {\"email\": \"ada@a.example\"}}");

        Talk.Answer answer =
                talk().json("{\"owner\": {\"email\": \"ada@a.example\"}}").post("/_greenroom/accounts");

        assertThat(answer.status()).isEqualTo(409);
    }

    @Test
    void removesAnAccountWithEverythingInIt() {
        Doc account = opened("{}");
        Doc other = opened("{}");
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));

        assertThat(talk().send("DELETE", place(account)).status()).isEqualTo(204);

        assertThat(talk().get(place(account)).status()).isEqualTo(404);
        assertThat(talk().bearer(token).get("/v2/users").status()).isEqualTo(401);
        assertThat(talk().get("/_greenroom/accounts").json().docs("accounts"))
                .extracting(Doc::id)
                .containsExactly(other.id());
    }

    @Test
    void removesAnAccountOnceHoweverManyAskForIt() throws Exception {
        Doc account = opened("{}");
        List<Callable<Integer>> requests = Collections.nCopies(
                8, () -> talk().send("DELETE", place(account)).status());

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(requests)) {
                assertThat(answer.get()).isIn(204, 404);
            }
        }
        assertThat(talk().get(place(account)).status()).isEqualTo(404);
    }

    @Test
    void redirectsItsRootToItsDocument() {
        assertThat(talk().get("/_greenroom").head()).contains("Location: /_greenroom/openapi.json");
    }

    @Test
    void removesAnAccountFromTheListOfItsMaster() {
        Doc master = opened("{}");
        Doc app = master.docs("apps").getFirst();
        String token = Talk.token(server, master.id(), app.text("client_id"), app.text("client_secret"));
        Doc below = talk().bearer(token)
                .json(
                        """
                        {"first_name": "Una", "last_name": "Below", "email": "una@below.example",
                         "password": "Sesame-42-open"}""")
                .post("/v2/accounts")
                .json();
        assertThat(talk().bearer(token).get("/v2/accounts").json().docs("accounts"))
                .extracting(Doc::id)
                .containsExactly(below.id());

        assertThat(talk().send("DELETE", place(below)).status()).isEqualTo(204);

        assertThat(talk().bearer(token).get("/v2/accounts").json().docs("accounts"))
                .isEmpty();
    }

    @Test
    void listsAccountsByPages() {
        Doc first = opened("{}");
        Doc second = opened("{}");

        Doc page = talk().get("/_greenroom/accounts?limit=1").json();
        Doc next = talk().get("/_greenroom/accounts?limit=1&after=" + page.number("next"))
                .json();

        assertThat(page.docs("accounts")).extracting(Doc::id).containsExactly(first.id());
        assertThat(next.docs("accounts")).extracting(Doc::id).containsExactly(second.id());
        assertThat(next.has("next")).isFalse();
    }

    @Test
    void findsARequestByItsTrackingId() {
        Talk.Answer answer = talk().get("/v2/users/nobody");
        String trackingId = answer.head()
                .lines()
                .filter(line -> line.startsWith("x-zm-trackingid: "))
                .map(line -> line.substring("x-zm-trackingid: ".length()))
                .findFirst()
                .orElseThrow();

        List<Doc> seen = talk().get("/_greenroom/requests?tracking_id=" + trackingId)
                .json()
                .docs("requests");

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().text("operation")).isEqualTo("user");
        assertThat(seen.getFirst().text("verdict")).isEqualTo("token-invalid");
        assertThat(seen.getFirst().number("status")).isEqualTo(401);
    }

    @Test
    void findsARequestToTheAuthorizationServer() {
        talk().post("/oauth/token?grant_type=password");

        List<Doc> seen =
                talk().get("/_greenroom/requests?operation=/oauth/token").json().docs("requests");

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().text("path")).isEqualTo("/oauth/token");
        assertThat(seen.getFirst().text("verdict")).isEqualTo("invalid_request");
    }

    @Test
    void countsDeclaredAndBuiltOperations() {
        Doc coverage = talk().get("/_greenroom/coverage").json();

        Contract contract = PackedContract.bundled();
        assertThat(coverage.number("operations"))
                .isEqualTo(contract.operations().size());
        assertThat(coverage.number("bound") + coverage.number("not_yet")).isEqualTo(coverage.number("operations"));
        assertThat(coverage.docs("groups")).hasSize(contract.groups().size());
    }

    @Test
    void resetsToTheDemoAccount() {
        server.close();
        server = Start.server();
        Doc account = opened("{}");
        talk().json("{\"features\": []}").send("PATCH", "/_greenroom/accounts/GreenroomDemoAccount01");

        assertThat(talk().json("").post("/_greenroom/reset").status()).isEqualTo(204);

        assertThat(talk().get(place(account)).status()).isEqualTo(404);
        assertThat(talk().get("/_greenroom/accounts/GreenroomDemoAccount01")
                        .json()
                        .texts("features"))
                .isNotEmpty();
    }

    @Test
    void answersAnUnknownRouteAndAnUnknownAccount() {
        assertThat(talk().get("/_greenroom/nothing").json().number("code")).isEqualTo(2300);
        assertThat(talk().get("/_greenroom/accounts/nobody").json().text("message"))
                .isEqualTo("There is no account nobody.");
    }

    @Test
    void publishesTheSchemaOfScripts() {
        Doc schema = talk().get("/_greenroom/schemas/script.json").json();

        assertThat(schema.doc("properties").names()).contains("starts", "people", "steps");
    }

    @Test
    void describesItself() {
        Doc document = talk().get("/_greenroom/openapi.json").json();

        assertThat(document.docs("servers").getFirst().text("url")).endsWith("/_greenroom");
        assertThat(document.doc("paths").names()).contains("/accounts/{accountId}/clock");
        assertThat(document.doc("paths").toString()).doesNotContain("x-greenroom");
    }
}

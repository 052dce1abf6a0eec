package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class PaidFeatureTest {
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

    @Test
    void opensAccountsWithTheFeaturesOfTheirPlan() {
        assertThat(opened("{\"plan\": \"free\"}").texts("features")).isEmpty();
        assertThat(opened("{\"plan\": \"pro\"}").texts("features"))
                .contains("paid", "tsp")
                .doesNotContain("dashboard", "sub_accounts");
        assertThat(opened("{\"plan\": \"business\"}").texts("features"))
                .contains("paid", "tsp", "dashboard")
                .doesNotContain("sub_accounts");
        assertThat(opened("{}").texts("features")).contains("paid", "tsp", "dashboard", "sub_accounts");
    }

    @Test
    void givesAFreeAccountBasicUsersOnly() {
        Doc account = opened("{\"plan\": \"free\"}");
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));

        Doc owner = talk().bearer(token).get("/v2/users/me").json();
        assertThat(owner.number("type")).isEqualTo(1);
        assertThat(owner.names()).contains("pmi").doesNotContain("host_key");
        Doc refused = talk().bearer(token)
                .json(
                        """
                        {"action": "create", "user_info": {"email": "eva@own.example", "type": 2}}""")
                .post("/v2/users")
                .json();
        assertThat(refused.number("code")).isEqualTo(2034);
        assertThat(refused.text("message")).contains("a new Licensed user", "maximum number of 0 users");
        talk().json("{\"plan\": \"pro\"}").send("PATCH", "/_greenroom/accounts/" + account.id());
        Doc licensed = talk().bearer(token).get("/v2/users/me").json();
        assertThat(licensed.number("type")).isEqualTo(2);
        assertThat(licensed.text("host_key")).hasSize(6);
        talk().json("{\"plan\": \"free\"}").send("PATCH", "/_greenroom/accounts/" + account.id());
        assertThat(talk().bearer(token).get("/v2/users/me").json().number("type"))
                .isEqualTo(1);
        Doc locks = talk().bearer(token)
                .json("{}")
                .send("PATCH", "/v2/accounts/me/lock_settings")
                .json();
        assertThat(locks.number("code")).isEqualTo(200);
        assertThat(locks.text("message")).isEqualTo("Only available for Paid account.");
    }

    @Test
    void letsThePlanDecideThePaidFeature() {
        Doc account = opened("{\"plan\": \"free\", \"features\": [\"sub_accounts\", \"paid\"]}");
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));

        assertThat(account.texts("features")).containsExactly("sub_accounts");
        assertThat(talk().bearer(token).get("/v2/groups").json().text("message"))
                .isEqualTo("Only available for paid accounts.");
        Doc upgraded = talk().json("{\"plan\": \"pro\", \"switch\": {\"off\": [\"paid\"]}}")
                .send("PATCH", "/_greenroom/accounts/" + account.id())
                .json();
        assertThat(upgraded.texts("features")).containsExactly("sub_accounts", "paid");
        assertThat(talk().bearer(token).get("/v2/groups").status()).isEqualTo(200);
    }
}

package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // start() sets the rest
class AccountAppHandlerTest {
    private Greenroom server;
    private Doc account;
    private Doc app;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false");
        account = Talk.to(server)
                .json("{\"apps\": [{\"kind\": \"server\", \"name\": \"Payroll\"}, {\"kind\": \"jwt\"}]}")
                .post("/_greenroom/accounts")
                .json();
        app = account.docs("apps").getFirst();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String apps() {
        return "/_greenroom/accounts/" + account.id() + "/apps";
    }

    private Talk.Answer change(boolean disabled) {
        return Talk.to(server)
                .json("{\"disabled\": " + disabled + "}")
                .send("PATCH", apps() + "/" + app.text("client_id"));
    }

    private Talk.Answer tokens() {
        String basic = app.text("client_id") + ":" + app.text("client_secret");
        return Talk.to(server)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .post("/oauth/token?grant_type=account_credentials&account_id=" + account.id());
    }

    private int asking(String token) {
        return Talk.to(server).bearer(token).get("/v2/users").status();
    }

    @Test
    void listsAnAccountsApps() {
        List<Doc> apps = Talk.to(server).get(apps()).json().docs("apps");

        assertThat(apps).extracting(one -> one.text("kind")).containsExactly("server", "jwt");
        assertThat(apps.getFirst().text("client_id")).isEqualTo(app.text("client_id"));
        assertThat(apps.getFirst().text("name")).isEqualTo("Payroll");
        assertThat(apps.getFirst().texts("scopes")).contains("user:read:admin");
        assertThat(apps.getFirst().flag("disabled")).isFalse();
        assertThat(apps.getFirst().names()).doesNotContain("secret_hash", "signing_key", "client_secret");
    }

    @Test
    void disablesAndEnablesAnApp() {
        String token = tokens().json().text("access_token");
        assertThat(asking(token)).isEqualTo(200);

        assertThat(change(true).json().flag("disabled")).isTrue();
        assertThat(asking(token)).isEqualTo(401);
        assertThat(tokens().json().text("reason")).isEqualTo("The app has been disabled by the developer");

        assertThat(change(false).json().flag("disabled")).isFalse();
        assertThat(asking(token)).isEqualTo(401);
        assertThat(asking(tokens().json().text("access_token"))).isEqualTo(200);
    }

    @Test
    void removesAnApp() {
        String token = tokens().json().text("access_token");
        assertThat(Talk.to(server)
                        .send("DELETE", apps() + "/" + app.text("client_id"))
                        .status())
                .isEqualTo(204);

        assertThat(asking(token)).isEqualTo(401);
        assertThat(tokens().json().text("error")).isEqualTo("invalid_client");
        assertThat(change(true).status()).isEqualTo(404);
    }

    @Test
    void knowsNoAppOfAnotherAccount() {
        Doc other = Talk.to(server).json("{}").post("/_greenroom/accounts").json();
        String place = "/_greenroom/accounts/" + other.id() + "/apps/" + app.text("client_id");

        assertThat(Talk.to(server).send("DELETE", place).json().text("message"))
                .isEqualTo("There is no app " + app.text("client_id") + " in the account " + other.id() + ".");
        assertThat(Talk.to(server).get("/_greenroom/accounts/nowhere/apps").status())
                .isEqualTo(404);
        assertThat(tokens().status()).isEqualTo(200);
    }
}

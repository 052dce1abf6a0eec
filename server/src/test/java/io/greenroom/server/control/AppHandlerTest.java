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

@SuppressWarnings("NullAway.Init") // the server is started before each test
class AppHandlerTest {
    private static final String BACK = "http://localhost:3000/callback";

    private Greenroom server;
    private Doc account;
    private Doc app;
    private Doc otherApp;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false");
        account = Talk.to(server)
                .json(
                        """
                        {"apps": [{"kind": "user", "name": "Calendar", "scopes": ["user:read"]},
                                  {"kind": "user", "name": "Notes"}, {"kind": "server"}]}""")
                .post("/_greenroom/accounts")
                .json();
        app = account.docs("apps").getFirst();
        otherApp = account.docs("apps").get(1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String place() {
        return "/_greenroom/accounts/" + account.id();
    }

    private String apps(String user) {
        return place() + "/users/" + user + "/apps";
    }

    /** Has the owner approve an app, and gives its token. */
    private String approved(Doc approvedApp) {
        String client = approvedApp.text("client_id");
        String code = Talk.to(server)
                .get("/oauth/authorize?response_type=code&client_id=" + client + "&redirect_uri=" + BACK
                        + "&greenroom_user=" + account.text("owner_id"))
                .head()
                .replaceFirst("(?s).*[?&]code=([^&\\s]*).*", "$1");
        String basic = client + ":" + approvedApp.text("client_secret");
        return Talk.to(server)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .post("/oauth/token?grant_type=authorization_code&code=" + code + "&redirect_uri=" + BACK)
                .json()
                .text("access_token");
    }

    private int asking(String token) {
        return Talk.to(server).bearer(token).get("/v2/users/me").status();
    }

    private List<Doc> events() {
        return Talk.to(server).get(place() + "/events").json().docs("events");
    }

    @Test
    void removesAnAppThatAUserHadApproved() {
        String token = approved(app);
        String other = approved(otherApp);
        assertThat(asking(token)).isEqualTo(200);
        assertThat(Talk.to(server).get(apps(account.text("owner_id"))).json().docs("apps"))
                .extracting(found -> found.text("name"))
                .containsExactly("Calendar", "Notes");

        assertThat(Talk.to(server)
                        .send(
                                "DELETE",
                                apps(account.text("owner_id")) + "/" + app.text("client_id") + "?retain_data=true")
                        .status())
                .isEqualTo(204);

        assertThat(asking(token)).isEqualTo(401);
        assertThat(asking(other)).isEqualTo(200);
        assertThat(events()).hasSize(1);
        Doc payload = events().getFirst().doc("body").doc("payload");
        assertThat(events().getFirst().text("name")).isEqualTo("app_deauthorized");
        assertThat(payload.text("user_id")).isEqualTo(account.text("owner_id"));
        assertThat(payload.text("client_id")).isEqualTo(app.text("client_id"));
        assertThat(payload.text("user_data_retention")).isEqualTo("true");
    }

    @Test
    void showsTheScopesOfAnApp() {
        approved(app);

        Doc shown = Talk.to(server)
                .get(apps(account.text("owner_id")))
                .json()
                .docs("apps")
                .getFirst();

        assertThat(shown.text("client_id")).isEqualTo(app.text("client_id"));
        assertThat(shown.text("kind")).isEqualTo("user");
        assertThat(shown.texts("scopes")).containsExactly("user:read");
    }

    @Test
    void showsNoAppThatActsForTheAccountByItself() {
        Doc own = account.docs("apps").getLast();
        Talk.token(server, account.id(), own.text("client_id"), own.text("client_secret"));

        assertThat(Talk.to(server).get(apps(account.text("owner_id"))).json().docs("apps"))
                .isEmpty();
        assertThat(removing(account.text("owner_id"), own.text("client_id"))).isEqualTo(404);
    }

    private int removing(String user, String client) {
        return Talk.to(server)
                .send("DELETE", apps(user) + "/" + client + "?retain_data=false")
                .status();
    }

    @Test
    void answers404ForUnknownUsersAndApps() {
        String token = approved(app);
        Doc other = Talk.to(server).json("{}").post("/_greenroom/accounts").json();

        assertThat(removing(account.text("owner_id"), otherApp.text("client_id")))
                .isEqualTo(404);
        assertThat(removing(other.text("owner_id"), app.text("client_id"))).isEqualTo(404);
        assertThat(removing("nobody", app.text("client_id"))).isEqualTo(404);
        assertThat(Talk.to(server).get(apps("nobody")).status()).isEqualTo(404);
        assertThat(Talk.to(server)
                        .get("/_greenroom/accounts/nowhere/users/nobody/apps")
                        .status())
                .isEqualTo(404);
        assertThat(asking(token)).isEqualTo(200);
        assertThat(events()).isEmpty();
    }
}

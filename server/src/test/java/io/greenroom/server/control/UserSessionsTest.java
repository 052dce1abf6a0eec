package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class UserSessionsTest {
    private static final String PIA = "pia@example.org";

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

    private String person(String user, String what) {
        return "/_greenroom/accounts/" + account.id() + "/users/" + user + "/" + what;
    }

    private void invite() {
        Talk.to(server)
                .bearer(token)
                .json("{\"action\": \"create\", \"user_info\": {\"email\": \"" + PIA + "\", \"type\": 1}}")
                .post("/v2/users");
    }

    private Doc pia() {
        return Talk.to(server).bearer(token).get("/v2/users/" + PIA).json();
    }

    private List<String> events() {
        return Talk.to(server).get("/_greenroom/accounts/" + account.id() + "/events").json().docs("events").stream()
                .map(event -> event.text("name"))
                .toList();
    }

    @Test
    void acceptsAnInvitationOnce() {
        invite();
        assertThat(pia().text("status")).isEqualTo("pending");

        assertThat(Talk.to(server).json("").post(person(PIA, "acceptance")).status())
                .isEqualTo(204);

        assertThat(pia().text("status")).isEqualTo("active");
        assertThat(events()).containsExactly("user.created", "user.invitation_accepted");
        assertThat(Talk.to(server)
                        .json("")
                        .post(person(PIA, "acceptance"))
                        .json()
                        .text("message"))
                .isEqualTo("Nobody waits for " + PIA + " to accept an invitation.");
    }

    @Test
    void signsUsersInAndOut() {
        String session = person(account.text("owner_id"), "session");
        String presence = "/v2/users/me/presence_status";
        assertThat(Talk.to(server)
                        .json("{\"client_type\": \"mac\"}")
                        .send("PUT", session)
                        .status())
                .isEqualTo(204);
        assertThat(Talk.to(server)
                        .bearer(token)
                        .json("{\"status\": \"Away\"}")
                        .send("PUT", presence)
                        .status())
                .isEqualTo(204);

        assertThat(Talk.to(server).send("DELETE", session).status()).isEqualTo(204);
        assertThat(Talk.to(server).send("DELETE", session).status()).isEqualTo(204);

        assertThat(events()).containsExactly("user.signed_in", "user.presence_status_updated", "user.signed_out");
        assertThat(Talk.to(server).json("").send("PUT", session).status()).isEqualTo(204);
    }

    @Test
    void refusesInvalidSignIns() {
        invite();

        assertThat(Talk.to(server).json("").send("PUT", person(PIA, "session")).status())
                .isEqualTo(400);
        for (String what : List.of("acceptance", "session")) {
            String method = what.equals("session") ? "PUT" : "POST";
            assertThat(Talk.to(server)
                            .json("")
                            .send(method, person("nobody", what))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(Talk.to(server).send("DELETE", person("nobody", "session")).status())
                .isEqualTo(404);
        assertThat(Talk.to(server)
                        .json("")
                        .post("/_greenroom/accounts/nowhere/users/nobody/acceptance")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answersTheEncryptedAddress() {
        String encrypted = Talk.to(server)
                .get(person(account.text("owner_id"), "traits"))
                .json()
                .text("encrypted_email");

        assertThat(Talk.to(server)
                        .bearer(token)
                        .get("/v2/users/" + encrypted + "?encrypted_email=true")
                        .json()
                        .id())
                .isEqualTo(account.text("owner_id"));
    }
}

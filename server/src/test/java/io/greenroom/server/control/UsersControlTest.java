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
class UsersControlTest {
    private Greenroom server;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** An account with its first app's token. */
    private record Opened(String id, String owner, String token) {
        String place() {
            return "/_greenroom/accounts/" + id;
        }

        String traits(String user) {
            return place() + "/users/" + user + "/traits";
        }
    }

    private Opened opened() {
        Doc account = control("{}").post("/_greenroom/accounts").json();
        Doc app = account.docs("apps").getFirst();
        return new Opened(
                account.id(),
                account.text("owner_id"),
                Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret")));
    }

    private Talk control(String json) {
        return Talk.to(server).json(json);
    }

    private Talk api(Opened account) {
        return Talk.to(server).bearer(account.token());
    }

    private Talk.Answer adding(Opened account, String email, String firstName) {
        return api(account)
                .json(
                        """
                        {"action": "custCreate", "user_info": {"email": "%s", "type": 1, "first_name": "%s"}}"""
                                .formatted(email, firstName))
                .post("/v2/users");
    }

    private String added(Opened account, String email) {
        return adding(account, email, "Ben").json().id();
    }

    @Test
    void answersDefaultTraits() {
        Opened account = opened();

        Doc traits = Talk.to(server).get(account.traits(account.owner())).json();

        assertThat(traits.flag("pac_enabled")).isTrue();
        assertThat(traits.flag("room_user")).isFalse();
        assertThat(traits.number("upcoming_events_capacity")).isZero();
        assertThat(traits.names()).doesNotContain("email", "password_hash");
    }

    @Test
    void givesTraitsThatTheApiMinds() {
        Opened account = opened();
        String ben = added(account, "ben@example.org");

        Doc given = control("{\"room_user\": true, \"upcoming_events_capacity\": 500}")
                .send("PATCH", account.traits("BEN@example.org"))
                .json();

        assertThat(given.flag("room_user")).isTrue();
        assertThat(given.number("upcoming_events_capacity")).isEqualTo(500);
        assertThat(api(account)
                        .send("DELETE", "/v2/users/" + ben + "?action=delete")
                        .json()
                        .text("message"))
                .isEqualTo("Cannot delete a Zoom Rooms user.");
        assertThat(control("{\"room_user\": null}")
                        .send("PATCH", account.traits(ben))
                        .json()
                        .flag("room_user"))
                .isFalse();
        assertThat(api(account)
                        .send("DELETE", "/v2/users/" + ben + "?action=delete")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void switchesTheConferencesOfAUserOff() {
        Opened account = opened();
        String pac = "/v2/users/" + account.owner() + "/pac";
        assertThat(api(account).get(pac).status()).isEqualTo(200);

        control("{\"pac_enabled\": false}").send("PATCH", account.traits(account.owner()));

        assertThat(api(account).get(pac).status()).isEqualTo(400);
    }

    @Test
    void refusesTraitsOfUnknownUsers() {
        Opened account = opened();
        Opened other = opened();

        assertThat(control("{\"frozen\": true}")
                        .send("PATCH", account.traits(other.owner()))
                        .status())
                .isEqualTo(404);
        assertThat(Talk.to(server).get(account.traits("nobody")).json().text("message"))
                .isEqualTo("There is no user nobody in the account " + account.id() + ".");
        assertThat(Talk.to(server)
                        .get("/_greenroom/accounts/nowhere/users/nobody/traits")
                        .status())
                .isEqualTo(404);
        assertThat(Talk.to(server).get(other.traits(other.owner())).json().flag("frozen"))
                .isFalse();
        assertThat(control("{\"first_name\": \"Eve\"}")
                        .send("PATCH", account.traits(account.owner()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void decidesAboutUsersUntilItIsReplaced() {
        Opened account = opened();
        Opened other = opened();
        String place = account.place() + "/user-policy";

        Doc policy = control(
                        """
                        {"limited_domains": ["Example.org"], "flagged_words": ["rude"],
                         "custom_attributes": [{"key": "desk", "name": "Desk"}], "password_history": 5,
                         "webinar_licences": [{"capacity": 500, "count": 2}]}""")
                .send("PUT", place)
                .json();

        assertThat(policy.texts("limited_domains")).containsExactly("Example.org");
        assertThat(policy.number("password_history")).isEqualTo(5);
        assertThat(policy.flag("users_edit_profile")).isTrue();
        assertThat(adding(account, "ben@example.org", "Prudence").status()).isEqualTo(400);
        assertThat(adding(account, "ben@example.net", "Ben").status()).isEqualTo(400);
        assertThat(adding(other, "ben@example.net", "Prudence").status()).isEqualTo(201);
        assertThat(givesDesk(account)).isEqualTo(204);

        assertThat(control("{}").send("PUT", place).json().number("password_history"))
                .isEqualTo(3);
        assertThat(Talk.to(server).get(place).json().texts("limited_domains")).isEmpty();
        assertThat(adding(account, "pru@example.net", "Prudence").status()).isEqualTo(201);
        assertThat(givesDesk(account)).isEqualTo(400);
    }

    private int givesDesk(Opened account) {
        return api(account)
                .json("{\"custom_attributes\": [{\"key\": \"desk\", \"value\": \"4\"}]}")
                .send("PATCH", "/v2/users/" + account.owner())
                .status();
    }

    @Test
    void removesTraits() {
        Opened account = opened();
        String place = account.place() + "/user-policy";
        Talk.Answer given = Talk.to(server).get(place);

        assertThat(control(given.body()).send("PUT", place).body()).isEqualTo(given.body());
    }

    @Test
    void refusesAPolicyThatContradictsItself() {
        Opened account = opened();
        String place = account.place() + "/user-policy";

        assertThat(control(
                                """
                                {"custom_attributes": [{"key": "desk", "name": "Desk"},
                                                       {"key": "desk", "name": "Table"}]}""")
                        .send("PUT", place)
                        .json()
                        .text("message"))
                .isEqualTo("There are two attributes of the key desk.");
        assertThat(control("{\"flagged_words\": [\"\"]}").send("PUT", place).status())
                .isEqualTo(400);
        assertThat(control("{}")
                        .send("PUT", "/_greenroom/accounts/nowhere/user-policy")
                        .status())
                .isEqualTo(404);
        assertThat(Talk.to(server)
                        .get("/_greenroom/accounts/nowhere/user-policy")
                        .status())
                .isEqualTo(404);
    }
}

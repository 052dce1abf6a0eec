package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply.Heard;
import io.greenroom.testkit.Scene;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserTokensHandlerTest {
    private static final long NOW = 1_627_898_400;

    private static Doc claims(Doc answer) {
        return part(answer, 1);
    }

    private static Doc part(Doc answer, int index) {
        String part = answer.text("token").split("\\.", -1)[index];
        return Json.read(Schema.anyObject(), Base64.getUrlDecoder().decode(part));
    }

    @Test
    void givesACallerTheirOwnKey(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        Doc answer = scene.askAs(ada.id(), "user_zak:read", "userZak").served().json();

        assertThat(part(answer, 0).text("alg")).isEqualTo("HS256");
        Doc claims = claims(answer);
        assertThat(claims.names())
                .containsExactlyInAnyOrder("aud", "uid", "iss", "sty", "wcd", "clt", "stk", "exp", "iat", "aid", "cid");
        assertThat(claims.text("uid")).isEqualTo(ada.id());
        assertThat(claims.text("aid")).isEqualTo(scene.account());
        assertThat(claims.number("sty")).isEqualTo(100);
        assertThat(claims.number("iat")).isEqualTo(NOW);
        assertThat(claims.number("exp")).isEqualTo(NOW + 7200);
    }

    @Test
    void givesKeysOfTheWantedKindAndLife(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        Doc robot = scene.user("robot@example.org");

        Doc sdk = scene.ask("userToken", ada.id()).served().json();
        Doc zak = scene.ask("userToken", ada.id()).query("type", "zak").served().json();
        Doc shortZak = scene.ask("userToken", ada.id())
                .query("type", "zak")
                .query("ttl", 60)
                .served()
                .json();
        Doc robots =
                scene.ask("userToken", robot.id()).query("type", "zak").served().json();

        assertThat(List.of(sdk, zak, shortZak, robots))
                .extracting(answer -> claims(answer).number("exp") - NOW)
                .containsExactly(14 * 86_400L, 7_200L, 60L, 90 * 86_400L);
        assertThat(claims(robots).number("sty")).isEqualTo(99);
    }

    @Test
    void answersNoKeyForUsersOfThirdPartySignIn(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.change(scene, ada.id(), user -> NewUser.withLogin(user, LoginType.GOOGLE));

        assertThat(scene.ask("userToken", ada.id()).served().text()).isEqualTo("{\"token\":null}");
    }

    @Test
    void answers404ForPendingAndInactiveUsers(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");
        Doc ada = scene.user("ada@example.org");
        scene.ask("userStatus", ada.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();

        scene.ask("userToken", pia.id()).query("type", "zak").refused("user-missing");
        scene.ask("userToken", ada.id()).refused("user-missing");
    }

    @Test
    void refusesKeysToDeletedCallers(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        Doc ben = TestUsers.member(scene, "ben");
        scene.askAs(ada.id(), "user_zak:read", "userZak").served();
        scene.askAs(ben.id(), "user_zak:read", "userZak").served();
        Scene elsewhere = scene.elsewhere();

        scene.inside(unit -> {
            unit.delete(USERS, ada);
            unit.delete(USERS, ben);
            return unit.as(elsewhere.account()).insert(USERS, ben.as(ben.schema()));
        });

        scene.askAs(ada.id(), "user_zak:read", "userZak").refused("zak-user-absent");
        scene.askAs(ben.id(), "user_zak:read", "userZak").refused("user-foreign", "userId", ben.id());
    }

    @Test
    void refusesUnknownUsers(Scene scene) {
        scene.ask("userToken", "nobody").refused("user-missing");
        scene.ask("userSSOTokenDelete", "nobody").refused("user-missing");
    }

    @Test
    void signsOutUsersOfSingleSignOn(Scene scene) {
        Doc ada = scene.ask("userCreate")
                .body(
                        """
                        {"action": "ssoCreate", "user_info": {"email": "ada@example.org", "type": 2}}""")
                .announcing("user.created")
                .served()
                .json();
        TestUsers.signIn(scene, ada.id());

        Heard heard = scene.ask("userSSOTokenDelete", ada.id())
                .announcing("user.signed_out")
                .expect(204)
                .event("user.signed_out");

        assertThat(heard.payload().names()).containsExactly("account_id", "object");
        assertThat(heard.object().names()).containsExactly("id", "email", "date_time", "client_type", "version");
        assertThat(TestUsers.kept(scene, ada.id()).flag("signed_in")).isFalse();
        scene.ask("userSSOTokenDelete", ada.id()).served();
    }

    @Test
    void leavesOthersSignedIn(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.signIn(scene, ada.id());

        scene.ask("userSSOTokenDelete", ada.id()).served();

        assertThat(TestUsers.kept(scene, ada.id()).flag("signed_in")).isTrue();
    }
}

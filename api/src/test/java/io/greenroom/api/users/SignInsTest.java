package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.api.users.facts.UserSignedIn;
import io.greenroom.api.users.facts.UserSignedOut;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply.Heard;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@GreenroomTest
class SignInsTest {

    @Test
    void announceSignInsWithTheClient(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        TestUsers.signIn(scene, ada.id());

        Heard heard = scene.events().getLast();
        assertThat(heard.name()).isEqualTo("user.signed_in");
        assertThat(heard.payload().names()).containsExactly("account_id", "object");
        Doc object = heard.object();
        assertThat(object.text("email")).isEqualTo("ada@first.example");
        assertThat(object.text("client_type")).isEqualTo("win");
        assertThat(object.text("version")).isEqualTo("5.7.1(543)");
        assertThat(object.text("date_time")).isEqualTo("2021-08-02T10:00:00Z");
        Doc shown = scene.ask("user", ada.id()).served().json();
        assertThat(shown.text("last_login_time")).isEqualTo("2021-08-02T10:00:00Z");
        assertThat(shown.text("last_client_version")).isEqualTo("5.7.1(543)");
    }

    @Test
    void updateTheLastLoginTimeAfterThreeDays(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.signIn(scene, ada.id());
        scene.advance(Duration.ofDays(3).minusSeconds(1));

        TestUsers.signIn(scene, ada.id());
        assertThat(lastLogin(scene, ada)).isEqualTo("2021-08-02T10:00:00Z");
        scene.advance(Duration.ofSeconds(1));
        TestUsers.signIn(scene, ada.id());
        assertThat(lastLogin(scene, ada)).isEqualTo("2021-08-05T10:00:00Z");
    }

    private static String lastLogin(Scene scene, Doc user) {
        return scene.ask("user", user.id()).served().json().text("last_login_time");
    }

    @Test
    void rememberTheLoginType(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        TestUsers.publish(scene, new UserSignedIn(ada.id(), "win", "5.7.1(543)", Optional.of(LoginType.GOOGLE)));

        assertThat(scene.events().getLast().object().names())
                .containsExactly("id", "email", "date_time", "client_type", "version");
        assertThat(scene.ask("user", ada.id())
                        .query("login_type", LoginType.GOOGLE)
                        .served()
                        .json()
                        .number("login_type"))
                .isEqualTo(LoginType.GOOGLE);
        scene.ask("user", ada.id()).query("login_type", LoginType.EMAIL).served();
        assertThat(hasToken(scene, ada)).isFalse();
        TestUsers.publish(scene, new UserSignedIn(ada.id(), "win", "5.7.1(543)", Optional.of(LoginType.EMAIL)));
        assertThat(hasToken(scene, ada)).isTrue();
    }

    private static boolean hasToken(Scene scene, Doc user) {
        return !scene.ask("userToken", user.id()).served().json().isNull("token");
    }

    @Test
    void announceASignOutOnce(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.signIn(scene, ada.id());

        TestUsers.publish(scene, new UserSignedOut(ada.id()));
        TestUsers.publish(scene, new UserSignedOut(ada.id()));

        assertThat(scene.events().stream().map(Heard::name)).endsWith("user.signed_in", "user.signed_out");
    }

    @Test
    void excludeDeactivatedUsers(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        scene.ask("userStatus", ada.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();

        TestUsers.signIn(scene, ada.id());

        assertThat(TestUsers.kept(scene, ada.id()).flag("signed_in")).isFalse();
    }
}

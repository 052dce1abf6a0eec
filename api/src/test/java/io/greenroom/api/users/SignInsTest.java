package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply.Heard;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

@GreenroomTest
class SignInsTest {

    @Test
    void tellWhoSignedInWithWhat(Scene scene) {
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
    void tellWhoSignedOutOnce(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.signIn(scene, ada.id());

        TestUsers.tell(scene, new UserSignedOut(ada.id()));
        TestUsers.tell(scene, new UserSignedOut(ada.id()));

        assertThat(scene.events().stream().map(Heard::name)).endsWith("user.signed_in", "user.signed_out");
    }

    @Test
    void leaveOutWhoIsShutOut(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        scene.ask("userStatus", ada.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();

        TestUsers.signIn(scene, ada.id());

        assertThat(TestUsers.kept(scene, ada.id()).flag("signed_in")).isFalse();
    }
}

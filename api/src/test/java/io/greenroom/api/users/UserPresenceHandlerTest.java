package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.roles.SystemRole;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply.Heard;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserPresenceHandlerTest {
    private static final String UPDATED = "user.presence_status_updated";

    private static Ask set(Scene scene, String userId, String status) {
        return scene.ask("updatePresenceStatus", userId).body("{\"status\": \"" + status + "\"}");
    }

    private static String presence(Scene scene, String userId) {
        return TestUsers.kept(scene, userId).text("presence_status");
    }

    @Test
    void setsWhetherAUserIsAvailable(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.signIn(scene, ada.id());

        Heard heard =
                set(scene, ada.id(), "Away").announcing(UPDATED).expect(204).event(UPDATED);

        assertThat(heard.payload().names()).containsExactly("account_id", "object");
        Doc object = heard.object();
        assertThat(object.names()).containsExactly("id", "email", "date_time", "presence_status");
        assertThat(object.text("presence_status")).isEqualTo("Away");
        assertThat(object.text("date_time")).isEqualTo("2021-08-02T10:00:00Z");
        assertThat(presence(scene, ada.id())).isEqualTo("Away");
    }

    @Test
    void endsDoNotDisturbInTime(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.signIn(scene, ada.id());
        scene.ask("updatePresenceStatus", ada.id())
                .body("{\"status\": \"Do_No_Disturb\", \"duration\": 30}")
                .announcing(UPDATED)
                .served();
        assertThat(presence(scene, ada.id())).isEqualTo("Do_Not_Disturb");

        scene.advance(Duration.ofMinutes(29));
        assertThat(presence(scene, ada.id())).isEqualTo("Do_Not_Disturb");
        scene.advance(Duration.ofMinutes(1));

        assertThat(presence(scene, ada.id())).isEqualTo("Available");
        Heard heard = scene.events().getLast();
        assertThat(heard.name()).isEqualTo(UPDATED);
        assertThat(heard.object().text("presence_status")).isEqualTo("Available");
    }

    @Test
    void keepsALaterStatusAfterDoNotDisturbEnds(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.signIn(scene, ada.id());
        set(scene, ada.id(), "Do_Not_Disturb").announcing(UPDATED).served();
        scene.advance(Duration.ofMinutes(2));
        set(scene, ada.id(), "Away").announcing(UPDATED).served();

        scene.advance(Duration.ofMinutes(30));

        assertThat(presence(scene, ada.id())).isEqualTo("Away");
    }

    @Test
    void changesOnceAMinute(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.signIn(scene, ada.id());
        set(scene, ada.id(), "Away").announcing(UPDATED).served();

        set(scene, ada.id(), "Available").refused("presence-too-often");
        scene.advance(Duration.ofMinutes(1));
        set(scene, ada.id(), "Available").announcing(UPDATED).served();
    }

    @Test
    void refusesClientStatusesAndSignedOutUsers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        TestUsers.signIn(scene, ada.id());

        set(scene, ada.id(), "In_A_Zoom_Meeting").refused("presence-failed");
        set(scene, ben.id(), "Away").refused("presence-failed");
        set(scene, "nobody", "Away").refused("user-missing");
    }

    @Test
    void refusesOthersWithoutTheRight(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        Doc ben = TestUsers.member(scene, "ben");
        TestUsers.signIn(scene, ada.id());
        TestUsers.change(scene, ada.id(), SystemRole.ADMIN::assign);
        scene.askAsAdmin(ada.id(), "user:write:admin", "updatePresenceStatus", "me")
                .body("{\"status\": \"Away\"}")
                .announcing(UPDATED)
                .served();
        TestUsers.change(scene, ada.id(), SystemRole.MEMBER::assign);

        scene.askAsAdmin(ada.id(), "user:write:admin", "updatePresenceStatus", ben.id())
                .body("{\"status\": \"Away\"}")
                .refused("presence-forbidden");
    }
}

package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the writes of all groups do for a user whose invitation is pending, by the contract's word for it. */
@GreenroomTest
@Tag("postgres")
class PendingUsersTest {
    private static final String PIA = "pia@example.org";

    @Test
    void keepTheirProfile(Scene scene) {
        Doc pia = scene.pendingUser(PIA);
        Doc before = TestUsers.kept(scene, pia.id());

        scene.ask("userUpdate", pia.id())
                .body("{\"first_name\": \"Pia\", \"type\": 2, \"group_id\": \"nowhere\"}")
                .expect(204);
        scene.ask("userUpdate", PIA).body("{\"dept\": \"Maths\"}").expect(204);
        scene.ask("userPicture", pia.id())
                .file("pic_file", "pia.png", "image/png", TestPictures.PNG)
                .expect(201);
        scene.ask("userSSOTokenDelete", pia.id()).expect(204);

        assertThat(TestUsers.kept(scene, pia.id())).isEqualTo(before);
        assertThat(scene.ask("user", PIA).served().json().text("status")).isEqualTo("pending");
    }

    @Test
    void areStillHeldToTheContract(Scene scene) {
        Doc pia = scene.pendingUser(PIA);

        scene.ask("userUpdate", pia.id()).body("{\"timezone\": \"Moon/Tycho\"}").refused("validation");
        scene.askAs(scene.owner(), "user:read:admin", "userUpdate", pia.id())
                .body("{}")
                .refused("scope-missing");
    }

    @Test
    void joinNoGroupAndGetNoRole(Scene scene) {
        Doc pia = scene.pendingUser(PIA);
        Doc ada = scene.user("ada@example.org");
        String members = "{\"members\": [{\"id\": \"%s\"}, {\"email\": \"%s\"}]}".formatted(ada.id(), PIA);
        for (String kind : List.of("group", "imGroup")) {
            String group = scene.ask(kind + "Create")
                    .body("{\"name\": \"Sales\"}")
                    .served()
                    .json()
                    .id();
            Doc added = scene.ask(kind + "MembersCreate", group)
                    .body(members)
                    .expect(201)
                    .json();
            assertThat(added.text("ids")).isEqualTo(ada.id());
            assertThat(scene.ask(kind + "Members", group).served().json().docs("members"))
                    .extracting(Doc::id)
                    .containsExactly(ada.id());
        }

        Doc added = scene.ask("AddRoleMembers", "1").body(members).expect(201).json();

        assertThat(added.text("ids")).isEqualTo(ada.id());
        Doc kept = TestUsers.kept(scene, pia.id());
        assertThat(kept.texts("group_ids")).isEmpty();
        assertThat(kept.texts("im_group_ids")).isEmpty();
        assertThat(kept.text("role_id")).isEqualTo("2");
    }

    @Test
    void areRefusedTheirSettings(Scene scene) {
        Doc pia = scene.pendingUser(PIA);
        String tsp = "{\"conference_code\": \"1234\", \"leader_pin\": \"1234\"}";

        scene.ask("userSettings", PIA).refused("settings-pending");
        scene.ask("userSettingsUpdate", pia.id()).body("{}").refused("settings-pending");
        scene.ask("uploadVBuser", pia.id())
                .file("file", "beach.png", "image/png", TestPictures.PNG)
                .refused("settings-pending");
        scene.ask("delUserVB", pia.id()).query("file_ids", "a").refused("settings-pending");
        scene.ask("userTSPCreate", pia.id()).body(tsp).refused("settings-pending");
        scene.ask("userTSPUpdate", pia.id(), 1).body(tsp).refused("settings-pending");
        scene.ask("userTSPDelete", pia.id(), 1).refused("settings-pending");
        scene.ask("tspUrlUpdate", pia.id()).body("{}").refused("settings-pending");
        scene.ask("userAssistantCreate", pia.id()).body("{}").refused("settings-pending");
        scene.ask("userAssistantsDelete", pia.id()).refused("settings-pending");
        scene.ask("userAssistantDelete", pia.id(), scene.owner()).refused("settings-pending");
        scene.ask("userSchedulersDelete", pia.id()).refused("settings-pending");
        scene.ask("userSchedulerDelete", pia.id(), scene.owner()).refused("settings-pending");
        scene.ask("userPassword", pia.id())
                .body("{\"password\": \"Sesame-43-open\"}")
                .refused("settings-pending");
        scene.ask("userEmailUpdate", pia.id())
                .body("{\"email\": \"p@example.org\"}")
                .refused("email-pending");
        scene.ask("userStatus", pia.id()).body("{\"action\": \"deactivate\"}").refused("user-missing");
    }
}

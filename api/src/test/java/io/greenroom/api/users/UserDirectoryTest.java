package io.greenroom.api.users;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.roles.SystemRole;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class UserDirectoryTest {
    private static final String SCOPES = "user:write:admin user:read:admin";

    /** A former administrator, who had approved an account-level app. */
    private static Doc formerAdministrator(Scene scene) {
        Doc ben = TestUsers.member(scene, "ben");
        TestUsers.change(scene, ben.id(), SystemRole.ADMIN::assign);
        scene.askAsAdmin(ben.id(), SCOPES, "user", "me").served();
        TestUsers.change(scene, ben.id(), SystemRole.MEMBER::assign);
        return ben;
    }

    private static Ask ask(Scene scene, Doc caller, String operationId, Object... path) {
        return scene.askAsAdmin(caller.id(), SCOPES, operationId, path);
    }

    @Test
    void refusesChangesOfOthersByAFormerAdministrator(Scene scene) {
        Doc ben = formerAdministrator(scene);
        Doc ada = scene.user("ada@example.org");

        ask(scene, ben, "userUpdate", ada.id()).body("{\"dept\": \"Maths\"}").refused("no-permission");
        ask(scene, ben, "userSettingsUpdate", ada.id()).body("{}").refused("no-permission");
        ask(scene, ben, "userAssistantsDelete", ada.id()).refused("no-permission");
        ask(scene, ben, "userToken", ada.id()).refused("no-permission");
        ask(scene, ben, "userDelete", ada.id()).refused("no-permission");
        ask(scene, ben, "delUserVB", ada.id()).query("file_ids", "x").refused("no-permission");
        ask(scene, ben, "uploadVBuser", ada.id())
                .file("file", "beach.png", "image/png", TestPictures.PNG)
                .refused("no-permission");
    }

    @Test
    void allowsOwnChangesByAFormerAdministrator(Scene scene) {
        Doc ben = formerAdministrator(scene);

        ask(scene, ben, "userUpdate", ben.id())
                .body("{\"dept\": \"Maths\"}")
                .announcing("user.updated")
                .served();
        ask(scene, ben, "userToken", "me").served();
    }

    @Test
    void allowsChangesOfOthersByCustomRolesThatPermitThem(Scene scene) {
        Doc ben = formerAdministrator(scene);
        Doc ada = scene.user("ada@example.org");
        TestUsers.change(scene, ben.id(), user -> user.put("role_id", "own").put("privileges", List.of("User:Edit")));

        ask(scene, ben, "userUpdate", ada.id())
                .body("{\"dept\": \"Maths\"}")
                .announcing("user.updated")
                .served();
    }
}

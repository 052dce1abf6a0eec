package io.greenroom.api.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

/** The effect of a user's role on what their apps may do. */
@GreenroomTest
class RolePrivilegesTest {
    private static final String USERS = "user:read:admin user:write:admin";
    private static final String ROLES = "role:read:admin role:write:admin";

    @Test
    void limitsScopesToTheRole(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.askAs(ada.id(), USERS, "users").refused("no-permission");
        scene.askAs(ada.id(), USERS, "user", ben.id()).refused("no-permission");
        scene.askAs(ada.id(), USERS, "user", "me").served();

        Doc readers = TestRoles.role(scene, "Readers", "User:Read");
        TestRoles.assign(scene, ada, readers.id());
        scene.askAs(ada.id(), USERS, "users").served();
        scene.askAs(ada.id(), USERS, "user", ben.id()).served();
        scene.askAs(ada.id(), USERS, "userUpdate", ben.id()).body("{}").refused("no-permission");
        scene.askAs(ada.id(), USERS, "userStatus", ben.id())
                .body("{\"action\": \"deactivate\"}")
                .refused("no-permission");

        scene.ask("updateRole", readers.id())
                .body("{\"privileges\": [\"User:Edit\"]}")
                .served();
        scene.askAs(ada.id(), USERS, "userUpdate", ben.id())
                .body("{\"dept\": \"Engines\"}")
                .announcing("user.updated")
                .served();

        scene.ask("roleMemberDelete", readers.id(), ada.id()).served();
        scene.askAs(ada.id(), USERS, "users").refused("no-permission");
    }

    @Test
    void limitsAnAccountLevelAppToTheInstallersRole(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc installers = TestRoles.role(scene, "Installers", "MarketPlace:Edit", "ThirdPartyConference:Read");
        TestRoles.assign(scene, ada, installers.id());
        String scopes = USERS + " tsp:read:admin tsp:write:admin";

        scene.askAsAdmin(ada.id(), scopes, "tsp").served();
        scene.askAsAdmin(ada.id(), scopes, "tspUpdate").body("{}").refused("no-permission");
        scene.askAsAdmin(ada.id(), scopes, "users").refused("no-permission");
        scene.askAsAdmin(ada.id(), scopes, "user", scene.owner()).refused("no-permission");

        TestRoles.assign(scene, ada, "1");
        scene.askAsAdmin(ada.id(), scopes, "users").served();
        scene.askAsAdmin(ada.id(), scopes, "tspUpdate").body("{}").served();
        scene.askAsAdmin(scene.owner(), scopes, "users").served();
    }

    @Test
    void onlyRoleManagersAssignRoles(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc helpers = TestRoles.role(scene, "Helpers", "User:Edit", "Role:Read");
        TestRoles.assign(scene, ada, helpers.id());
        String self = TestRoles.members(ada.id());

        scene.askAs(ada.id(), ROLES, "roles").served();
        scene.askAs(ada.id(), ROLES, "createRole").body("{\"name\": \"Kings\"}").refused("role-creation-forbidden");
        scene.askAs(ada.id(), ROLES, "updateRole", helpers.id())
                .body("{\"privileges\": [\"Role:Edit\"]}")
                .refused("no-permission");
        scene.askAs(ada.id(), ROLES, "AddRoleMembers", "1").body(self).refused("no-permission");

        TestRoles.assign(scene, ada, "1");
        scene.askAs(ada.id(), ROLES, "roles").served();
        scene.askAs(ada.id(), ROLES, "createRole").body("{\"name\": \"Kings\"}").refused("role-creation-forbidden");

        Doc managers = TestRoles.role(scene, "Managers", "Role:Edit");
        TestRoles.assign(scene, ada, managers.id());
        Doc kings = scene.askAs(ada.id(), ROLES, "createRole")
                .body("{\"name\": \"Kings\"}")
                .served()
                .json();
        TestRoles.assign(scene, ada, kings.id());
        scene.askAs(ada.id(), ROLES, "roles").refused("no-permission");
        scene.askAs(ada.id(), ROLES, "getRoleInformation", kings.id()).refused("role-forbidden");
    }

    @Test
    void appliesNoRoleToServerApps(Scene scene) {
        assertThat(scene.askWith(ROLES, "roles").served().json().docs("roles")).hasSize(3);
        scene.askWith(USERS, "users").served();
    }
}

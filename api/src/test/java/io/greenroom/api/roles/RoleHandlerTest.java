package io.greenroom.api.roles;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GreenroomTest
class RoleHandlerTest {
    private static final String READ_ROLES = "role:read:admin";

    @Test
    void hasThreeBuiltInRoles(Scene scene) {
        scene.user("ada@example.org");

        assertThatJson(scene.ask("roles").served().text())
                .isEqualTo(
                        """
                        {"total_records": 3, "roles": [
                          {"id": "0", "name": "Owner", "total_members": 1,
                           "description": "The account is theirs: they may do everything."},
                          {"id": "1", "name": "Admin", "total_members": 0,
                           "description": "They run the account, but for its money, its sub accounts and its roles."},
                          {"id": "2", "name": "Member", "total_members": 1,
                           "description": "They use the account and manage nothing of it."}]}""");
    }

    @Test
    void createsRoles(Scene scene) {
        Doc created = scene.ask("createRole")
                .body(
                        """
                        {"name": " Helpers ", "description": "They help.",
                         "privileges": ["User:Read", "User:Edit", "User:Read"]}""")
                .served()
                .json();

        assertThat(created.text("name")).isEqualTo("Helpers");
        assertThat(created.text("description")).isEqualTo("They help.");
        assertThat(created.texts("privileges")).containsExactly("User:Read", "User:Edit");
        assertThat(created.number("total_members")).isZero();
        assertThat(created.id()).hasSizeGreaterThan(10);
        assertThat(scene.ask("getRoleInformation", created.id()).served().json())
                .isEqualTo(created);
        assertThat(scene.ask("roles").served().json().docs("roles"))
                .extracting(role -> role.text("name"))
                .containsExactly("Owner", "Admin", "Member", "Helpers");
    }

    @Test
    void createsARoleWithoutPrivileges(Scene scene) {
        assertThat(TestRoles.role(scene, "Guests").texts("privileges")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": null}",
                "{\"name\": \"\"}",
                "{\"name\": \"  \"}",
                "{\"name\": \"\u00a0\u200b\"}"
            })
    void requiresAName(String body, Scene scene) {
        scene.ask("createRole").body(body).refused("role-name-empty");
    }

    @Test
    void requiresANameInAnEmptyRequest(Scene scene) {
        scene.ask("createRole").refused("role-name-empty");
    }

    @Test
    void validatesRoles(Scene scene) {
        scene.ask("createRole")
                .body("{\"name\": \"%s\"}".formatted("x".repeat(129)))
                .refused("validation");
        scene.ask("createRole")
                .body("{\"name\": \"A\", \"privileges\": [\"Everything:Edit\"]}")
                .refused("validation");
        assertThat(scene.ask("roles").served().json().number("total_records")).isEqualTo(3);
    }

    @Test
    void refusesADuplicateName(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers");
        Doc guests = TestRoles.role(scene, "Guests");

        for (String name : List.of("Helpers", "hELPERS ", "Owner", "admin", "\u00a0Helpers\u200b")) {
            String body = "{\"name\": \"%s\"}".formatted(name);
            scene.ask("createRole").body(body).refused("role-name-used");
            scene.ask("updateRole", guests.id()).body(body).refused("role-name-used");
        }
        scene.ask("updateRole", helpers.id()).body("{\"name\": \"HELPERS\"}").served();
    }

    @Test
    void limitsRolesToAHundred(Scene scene) {
        scene.inside(unit -> {
            for (int i = 0; i < 99; i++) {
                unit.insert(
                        Roles.ROLES,
                        unit.blank(Roles.ROLES).put("id", "role" + i).put("name", "Role " + i));
            }
            return true;
        });

        TestRoles.role(scene, "Last");
        scene.ask("createRole").body("{\"name\": \"More\"}").refused("role-max");
        assertThat(scene.ask("roles").served().json().docs("roles")).hasSize(103);
    }

    @Test
    void answersThePrivilegesOfBuiltInRoles(Scene scene) {
        Doc owner = scene.ask("getRoleInformation", "0").served().json();
        Doc admin = scene.ask("getRoleInformation", "1").served().json();
        Doc member = scene.ask("getRoleInformation", "2").served().json();

        assertThat(owner.texts("privileges")).contains("User:Edit", "Role:Edit", "BillingInformation:Read");
        assertThat(admin.texts("privileges"))
                .contains("User:Edit", "Role:Read")
                .doesNotContain("Role:Edit", "BillingInformation:Read");
        assertThat(member.texts("privileges")).isEmpty();
        assertThat(owner.number("total_members")).isEqualTo(1);
        assertThat(scene.ask("userPermission", scene.owner()).served().json().texts("permissions"))
                .isEqualTo(owner.texts("privileges"));
    }

    @Test
    void changesSentFieldsAndClearsNulls(Scene scene) {
        Doc helpers = scene.ask("createRole")
                .body("{\"name\": \"Helpers\", \"description\": \"Old\", \"privileges\": [\"User:Read\"]}")
                .served()
                .json();

        scene.ask("updateRole", helpers.id())
                .body("{\"id\": \"5\", \"total_members\": 7, \"name\": \"Aides\"}")
                .served();
        Doc renamed = scene.ask("getRoleInformation", helpers.id()).served().json();
        assertThat(renamed.text("name")).isEqualTo("Aides");
        assertThat(renamed.text("description")).isEqualTo("Old");
        assertThat(renamed.texts("privileges")).containsExactly("User:Read");
        assertThat(renamed.number("total_members")).isZero();

        scene.ask("updateRole", helpers.id())
                .body("{\"description\": null, \"privileges\": null}")
                .served();
        Doc cleared = scene.ask("getRoleInformation", helpers.id()).served().json();
        assertThat(cleared.has("description")).isFalse();
        assertThat(cleared.texts("privileges")).isEmpty();

        scene.ask("updateRole", helpers.id()).served();
        scene.ask("updateRole", helpers.id()).body("{\"name\": null}").refused("role-name-empty");
        assertThat(scene.ask("getRoleInformation", helpers.id()).served().json())
                .isEqualTo(cleared);
    }

    @Test
    void changesPrivilegesOfItsMembers(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers", "User:Read");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        TestRoles.assign(scene, ada, helpers.id());
        TestRoles.assign(scene, ben, helpers.id());

        scene.ask("updateRole", helpers.id())
                .body("{\"name\": \"Aides\", \"privileges\": [\"Group:Edit\"]}")
                .served();

        for (Doc user : List.of(ada, ben)) {
            assertThat(scene.ask("user", user.id()).served().json().text("role_name"))
                    .isEqualTo("Aides");
            assertThat(scene.ask("userPermission", user.id()).served().json().texts("permissions"))
                    .containsExactly("Group:Edit");
        }
    }

    @Test
    void showsSubAccountPrivilegesOnlyToMasterAccounts(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers");
        String below = "{\"sub_account_privileges\": {\"second_level\": 2}}";
        scene.ask("updateRole", helpers.id()).body(below).served();
        assertThatJson(scene.ask("getRoleInformation", helpers.id()).served().text())
                .node("sub_account_privileges")
                .isEqualTo("{\"second_level\": 2}");

        scene.ask("updateRole", helpers.id())
                .body("{\"sub_account_privileges\": {\"second_level\": 4}}")
                .refused("validation");

        scene.without("partner");
        scene.ask("updateRole", helpers.id()).body(below.replace("2", "1")).served();
        assertThat(scene.ask("getRoleInformation", helpers.id()).served().json().has("sub_account_privileges"))
                .isFalse();
        scene.change(row -> row.put("features", List.of("partner")));
        assertThatJson(scene.ask("getRoleInformation", helpers.id()).served().text())
                .node("sub_account_privileges")
                .isEqualTo("{\"second_level\": 2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2"})
    void refusesChangesOfBuiltInRoles(String id, Scene scene) {
        Doc before = scene.ask("getRoleInformation", id).served().json();

        scene.ask("updateRole", id).body("{\"name\": \"Boss\"}").refused("role-of-system");
        scene.ask("deleteRole", id).refused("role-of-system");

        assertThat(scene.ask("getRoleInformation", id).served().json()).isEqualTo(before);
    }

    @Test
    void demotesUsersOfADeletedRoleToMembers(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers", "User:Edit");
        Doc guests = TestRoles.role(scene, "Guests");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc eve = scene.user("eve@example.org");
        TestRoles.assign(scene, ada, helpers.id());
        TestRoles.assign(scene, ben, helpers.id());
        TestRoles.assign(scene, eve, guests.id());

        scene.ask("deleteRole", helpers.id()).served();

        Doc shown = scene.ask("user", ada.id()).served().json();
        assertThat(shown.text("role_id")).isEqualTo("2");
        assertThat(shown.text("role_name")).isEqualTo("Member");
        assertThat(scene.ask("userPermission", ada.id()).served().json().texts("permissions"))
                .isEmpty();
        assertThat(TestRoles.membersOf(scene, "2")).containsExactly(ada.id(), ben.id());
        assertThat(TestRoles.membersOf(scene, guests.id())).containsExactly(eve.id());
        scene.ask("getRoleInformation", helpers.id()).refused("role-missing");
        scene.ask("deleteRole", helpers.id()).refused("role-missing");
    }

    @Test
    void answers404ForUnknownRoles(Scene scene) {
        scene.ask("getRoleInformation", "3").refused("role-missing");
        scene.ask("updateRole", "nope").body("{}").refused("role-missing");
        scene.ask("deleteRole", "a/b c").refused("role-missing");
    }

    @Test
    void refusesChangesOfRolesInAFreeAccount(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers");
        scene.change(row -> row.put("plan", "free"));
        scene.ask("updateRole", helpers.id()).body("{\"name\": \"Aides\"}").refused("role-needs-paid");
    }

    @Test
    void refusesAMissingScopeWithItsOwnFailure(Scene scene) {
        scene.askWith("role:write:admin", "roles").refused("role-scope-missing");
        scene.askWith(READ_ROLES, "roles").served();
        scene.askWith(READ_ROLES, "createRole").refused("scope-missing");
    }

    @Test
    void answers404ForRolesOfOtherAccounts(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers");
        Doc ada = scene.user("ada@example.org");
        TestRoles.assign(scene, ada, helpers.id());
        Scene other = scene.elsewhere();

        other.ask("getRoleInformation", helpers.id()).refused("role-missing");
        other.ask("updateRole", helpers.id()).body("{\"name\": \"Mine\"}").refused("role-missing");
        other.ask("deleteRole", helpers.id()).refused("role-missing");
        other.ask("roleMembers", helpers.id()).refused("role-unknown");
        other.ask("AddRoleMembers", helpers.id())
                .body(TestRoles.members(other.owner()))
                .refused("role-not-there");
        other.ask("AddRoleMembers", "1").body(TestRoles.members(ada.id())).refused("user-missing");
        other.ask("roleMemberDelete", helpers.id(), ada.id()).refused("role-member-missing");
        assertThat(other.ask("roles").served().json().number("total_records")).isEqualTo(3);
        assertThat(TestRoles.membersOf(other, "2")).isEmpty();
        assertThat(TestRoles.membersOf(scene, helpers.id())).containsExactly(ada.id());
        TestRoles.role(other, "Helpers");
    }

    @Test
    void grantsOnlyPrivilegesThatTheCallerHas(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc editors = TestRoles.role(scene, "Editors", "Role:Edit", "User:Read");
        Doc readers = TestRoles.role(scene, "Readers", "User:Read");
        TestRoles.assign(scene, ada, editors.id());

        scene.askAs(ada.id(), "role:write:admin", "createRole")
                .body("{\"name\": \"Payers\", \"privileges\": [\"BillingSubscription:Edit\"]}")
                .refused("role-creation-forbidden");
        changes(scene, ada, editors, "{\"privileges\": [\"Role:Edit\", \"User:Edit\"]}")
                .refused("no-permission");
        changes(scene, ada, editors, "{\"name\": \"Others\"}").refused("no-permission");
        changes(scene, ada, readers, "{\"privileges\": [\"User:Edit\"]}").refused("no-permission");
        changes(scene, ada, readers, "{\"sub_account_privileges\": {\"second_level\": 1}}")
                .refused("no-permission");
        changes(scene, ada, readers, "{\"privileges\": [\"Role:Edit\"]}").expect(204);
        scene.askAs(ada.id(), "role:write:admin", "deleteRole", editors.id()).refused("no-permission");
        scene.askAs(ada.id(), "role:write:admin", "deleteRole", readers.id()).expect(204);
    }

    private static Ask changes(Scene scene, Doc caller, Doc role, String body) {
        return scene.askAs(caller.id(), "role:write:admin", "updateRole", role.id())
                .body(body);
    }
}

package io.greenroom.api.roles;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GreenroomTest
@Tag("postgres")
class RoleMembersHandlerTest {

    @Test
    void replacesTheRoleOfUsers(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers", "User:Read");
        Doc guests = TestRoles.role(scene, "Guests");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");

        Reply added = scene.ask("AddRoleMembers", helpers.id())
                .body(
                        """
                        {"members": [{"id": "%s", "email": "nobody@example.org"}, {"email": "BEN@example.org"}]}"""
                                .formatted(ada.id()))
                .served();

        assertThatJson(added.text())
                .isEqualTo("""
                        {"ids": "%s,%s", "add_at": "2021-08-02T10:00:00Z"}"""
                        .formatted(ada.id(), ben.id()));
        assertThat(added.header("Content-Location")).endsWith("/roles/" + helpers.id() + "/members");
        assertThat(TestRoles.membersOf(scene, helpers.id())).containsExactly(ada.id(), ben.id());
        Doc shown = scene.ask("user", ben.id()).served().json();
        assertThat(shown.text("role_id")).isEqualTo(helpers.id());
        assertThat(shown.text("role_name")).isEqualTo("Helpers");

        TestRoles.assign(scene, ben, guests.id());
        assertThat(TestRoles.membersOf(scene, helpers.id())).containsExactly(ada.id());
        assertThat(TestRoles.membersOf(scene, guests.id())).containsExactly(ben.id());
        assertThat(scene.ask("getRoleInformation", helpers.id()).served().json().number("total_members"))
                .isEqualTo(1);
    }

    @Test
    void assignsTheAdministratorRole(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc helpers = TestRoles.role(scene, "Helpers", "User:Read");
        TestRoles.assign(scene, ada, helpers.id());

        TestRoles.assign(scene, ada, "1");

        assertThat(scene.ask("user", ada.id()).served().json().text("role_name"))
                .isEqualTo("Admin");
        assertThat(scene.ask("userPermission", ada.id()).served().json().texts("permissions"))
                .contains("User:Edit", "Group:Edit")
                .doesNotContain("Role:Edit");
        scene.ask("userStatus", ada.id()).body("{\"action\": \"deactivate\"}").refused("status-of-admin");
    }

    @Test
    void refusesRolesBeyondTheCallersPrivileges(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc editors = TestRoles.role(scene, "Editors", "Role:Edit", "User:Read");
        Doc readers = TestRoles.role(scene, "Readers", "User:Read");
        TestRoles.assign(scene, ada, editors.id());

        asks(scene, ada, "1", ben).refused("no-permission");
        asks(scene, ada, readers.id(), ada).refused("no-permission");
        scene.askAs(ada.id(), "role:write:admin", "roleMemberDelete", editors.id(), ada.id())
                .refused("no-permission");
        asks(scene, ada, readers.id(), ben).served();
        scene.askAs(ada.id(), "role:write:admin", "roleMemberDelete", readers.id(), ben.id())
                .served();
        TestRoles.assign(scene, ben, "1");
        asks(scene, ada, readers.id(), ben).refused("no-permission");

        assertThat(TestRoles.membersOf(scene, editors.id())).containsExactly(ada.id());
        assertThat(TestRoles.membersOf(scene, "1")).containsExactly(ben.id());
    }

    private static Ask asks(Scene scene, Doc caller, String roleId, Doc member) {
        return scene.askAs(caller.id(), "role:write:admin", "AddRoleMembers", roleId)
                .body(TestRoles.members(member.id()));
    }

    @Test
    void addsEachUserOnce(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Reply added = scene.ask("AddRoleMembers", "1")
                .body("{\"members\": [{\"id\": \"%1$s\"}, {\"email\": \"Ada@Example.org\"}, {\"id\": \"%1$s\"}]}"
                        .formatted(ada.id()))
                .served();
        assertThat(added.json().text("ids")).isEqualTo(ada.id());
        assertThat(scene.ask("AddRoleMembers", "1")
                        .body(TestRoles.members(ada.id()))
                        .served()
                        .json()
                        .text("ids"))
                .isEqualTo(ada.id());
        assertThat(TestRoles.membersOf(scene, "1")).containsExactly(ada.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"members\": []}", "{\"members\": null}"})
    void addsNoMembersForAnEmptyList(String body, Scene scene) {
        assertThat(scene.ask("AddRoleMembers", "1").body(body).served().json().text("ids"))
                .isEmpty();
        assertThat(TestRoles.membersOf(scene, "1")).isEmpty();
    }

    @Test
    void addsAllMembersOrNone(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("AddRoleMembers", "1")
                .body(TestRoles.members(ada.id(), "nobody"))
                .refused("user-missing");
        scene.ask("AddRoleMembers", "1")
                .body("{\"members\": [{\"id\": \"%s\"}, {}]}".formatted(ada.id()))
                .refused("role-member-unnamed");
        scene.ask("AddRoleMembers", "1")
                .body("{\"members\": [{\"id\": \"%s\"}, {\"id\": \" \"}]}".formatted(ada.id()))
                .refused("role-member-unnamed");
        scene.ask("AddRoleMembers", "1")
                .body(TestRoles.members(ada.id(), scene.owner()))
                .refused("role-members-fixed");
        scene.ask("AddRoleMembers", "1")
                .body(TestRoles.members(Collections.nCopies(31, ada.id()).toArray(String[]::new)))
                .refused("validation");

        assertThat(TestRoles.membersOf(scene, "1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2"})
    void refusesChangesOfOwnersAndMembers(String role, Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestRoles.assign(scene, ada, "1");

        scene.ask("AddRoleMembers", role).body(TestRoles.members(ada.id())).refused("role-members-fixed");
        scene.ask("roleMemberDelete", role, scene.owner()).refused("role-members-fixed");

        assertThat(TestRoles.membersOf(scene, "0")).containsExactly(scene.owner());
        assertThat(TestRoles.membersOf(scene, "1")).containsExactly(ada.id());
    }

    @Test
    void answers404ForUnknownRoles(Scene scene) {
        String body = TestRoles.members(scene.user("ada@example.org").id());
        scene.ask("AddRoleMembers", "7").body(body).refused("role-not-there");
        scene.ask("AddRoleMembers", " ").body(body).refused("role-id-required");
        scene.ask("roleMembers", "7").refused("role-unknown");
        scene.ask("roleMemberDelete", "7", scene.owner()).refused("role-member-missing");
    }

    @Test
    void removesARoleFromAUser(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers", "User:Read");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        TestRoles.assign(scene, ada, helpers.id());
        TestRoles.assign(scene, ben, "1");

        scene.ask("roleMemberDelete", helpers.id(), ben.id()).refused("role-member-missing");
        scene.ask("roleMemberDelete", helpers.id(), "nobody").refused("role-member-missing");
        scene.ask("roleMemberDelete", helpers.id(), ada.id()).served();
        scene.ask("roleMemberDelete", helpers.id(), ada.id()).refused("role-member-missing");
        scene.ask("roleMemberDelete", "1", "ben@example.org").served();

        assertThat(TestRoles.membersOf(scene, "2")).containsExactly(ada.id(), ben.id());
        assertThat(scene.ask("user", ada.id()).served().json().text("role_name"))
                .isEqualTo("Member");
    }

    @Test
    void showsMembers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userUpdate", ada.id())
                .body("{\"dept\": \"Engines\"}")
                .announcing("user.updated")
                .served();
        TestRoles.assign(scene, ada, "1");

        assertThatJson(scene.ask("roleMembers", "1")
                        .query("page_count", 3)
                        .served()
                        .text())
                .isEqualTo(
                        """
                        {"page_count": 1, "page_number": 1, "page_size": 30, "total_records": 1, "next_page_token": "",
                         "members": [{"id": "%s", "email": "ada@example.org", "first_name": "Ada", "last_name": "Test",
                                      "type": 2, "department": "Engines"}]}"""
                                .formatted(ada.id()));
    }

    @Test
    void listsAllMembersByTokenAndByNumber(Scene scene) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(scene.user("user" + i + "@example.org").id());
        }
        TestRoles.assign(scene, scene.user("other@example.org"), "1");

        List<String> byNumber = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Doc page = scene.ask("roleMembers", "2")
                    .query("page_size", 2)
                    .query("page_number", number)
                    .served()
                    .json();
            assertThat(page.number("total_records")).isEqualTo(5);
            assertThat(page.number("page_count")).isEqualTo(3);
            page.docs("members").forEach(member -> byNumber.add(member.id()));
        }
        assertThat(byNumber).isEqualTo(ids);

        List<String> byToken = new ArrayList<>();
        String token = "";
        do {
            Doc page = scene.ask("roleMembers", "2")
                    .query("page_size", 2)
                    .query("next_page_token", token)
                    .served()
                    .json();
            page.docs("members").forEach(member -> byToken.add(member.id()));
            token = page.text("next_page_token");
        } while (!token.isEmpty());
        assertThat(byToken).isEqualTo(ids);
    }

    @Test
    void refusesAPageTokenOfAnotherRole(Scene scene) {
        scene.user("ada@example.org");
        scene.user("ben@example.org");
        String token = scene.ask("roleMembers", "2")
                .query("page_size", 1)
                .served()
                .json()
                .text("next_page_token");
        scene.ask("roleMembers", "1").query("next_page_token", token).refused("page-token");
    }

    @Test
    void countsInactiveMembersToo(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc helpers = TestRoles.role(scene, "Helpers");
        TestRoles.assign(scene, ada, helpers.id());
        TestRoles.assign(scene, ben, helpers.id());

        scene.ask("userStatus", ben.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();

        assertThat(TestRoles.membersOf(scene, helpers.id())).containsExactly(ada.id(), ben.id());
        assertThat(scene.ask("users")
                        .query("role_id", helpers.id())
                        .served()
                        .json()
                        .docs("users"))
                .extracting(Doc::id)
                .containsExactly(ada.id());
        assertThat(scene.ask("users")
                        .query("role_id", helpers.id())
                        .query("status", "inactive")
                        .served()
                        .json()
                        .number("total_records"))
                .isEqualTo(1);
    }

    @Test
    void forgetsDepartedUsers(Scene scene) {
        Doc helpers = TestRoles.role(scene, "Helpers");
        Doc ada = scene.user("ada@example.org");
        TestRoles.assign(scene, ada, helpers.id());
        assertThat(scene.ask("users")
                        .query("role_id", helpers.id())
                        .served()
                        .json()
                        .docs("users"))
                .hasSize(1);

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();

        assertThat(TestRoles.membersOf(scene, helpers.id())).isEmpty();
        assertThat(scene.ask("getRoleInformation", helpers.id()).served().json().number("total_members"))
                .isZero();
    }
}

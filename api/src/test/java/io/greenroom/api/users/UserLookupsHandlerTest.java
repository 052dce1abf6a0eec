package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.roles.SystemRole;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserLookupsHandlerTest {

    private static boolean exists(Scene scene, String email) {
        return scene.ask("userEmail").query("email", email).served().json().flag("existed_email");
    }

    @Test
    void checksWhetherAnAddressSignsInWithAPassword(Scene scene) {
        TestUsers.member(scene, "ada");
        scene.user("robot@example.org");
        scene.elsewhere().user("sam@example.net");

        scene.pendingUser("pia@example.org");

        assertThat(exists(scene, "ADA@first.example")).isTrue();
        assertThat(exists(scene, "pia@example.org")).isFalse();
        assertThat(exists(scene, "robot@example.org")).isFalse();
        assertThat(exists(scene, "sam@example.net")).isFalse();
        assertThat(exists(scene, "nobody@example.org")).isFalse();
        assertThat(exists(scene, scene.owner())).isTrue();
    }

    @Test
    void needsAnAddressToLookFor(Scene scene) {
        scene.ask("userEmail").refused("email-required");
        scene.ask("userEmail").query("email", "nobody").refused("user-missing", "userId", "nobody");
    }

    @Test
    void checksWhetherAPersonalLinkIsTaken(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userUpdate", ada.id())
                .body("{\"vanity_name\": \"Ada\"}")
                .announcing("user.updated")
                .served();

        assertThat(scene.ask("userVanityName")
                        .query("vanity_name", "ada")
                        .served()
                        .json()
                        .flag("existed"))
                .isTrue();
        assertThat(scene.ask("userVanityName")
                        .query("vanity_name", "ben")
                        .served()
                        .json()
                        .flag("existed"))
                .isFalse();
        scene.ask("userVanityName").refused("vanity-name-required");
    }

    @Test
    void listsThePermissionsOfAUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        TestUsers.change(scene, ben.id(), SystemRole.ADMIN::assign);

        List<String> owners = permissions(scene, scene.owner());
        List<String> admins = permissions(scene, ben.id());

        assertThat(owners).hasSizeGreaterThan(55).contains("User:Edit", "BillingSubscription:Edit");
        assertThat(admins).contains("User:Edit", "User:Read").doesNotContain("BillingSubscription:Edit");
        assertThat(permissions(scene, ada.id())).isEmpty();
        scene.ask("userPermission", "nobody").refused("user-missing");
    }

    @Test
    void listsThePermissionsOfACustomRole(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.change(scene, ada.id(), user -> user.put("role_id", "own")
                .put("role_name", "Own")
                .put("privileges", List.of("User:Read")));

        assertThat(permissions(scene, ada.id())).containsExactly("User:Read");
    }

    private static List<String> permissions(Scene scene, String userId) {
        return scene.ask("userPermission", userId).served().json().texts("permissions");
    }
}

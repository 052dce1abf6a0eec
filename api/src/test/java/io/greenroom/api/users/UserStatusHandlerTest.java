package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserStatusHandlerTest {

    private static Ask set(Scene scene, String userId, String action) {
        return scene.ask("userStatus", userId).body("{\"action\": \"" + action + "\"}");
    }

    private static void deactivate(Scene scene, String userId) {
        set(scene, userId, "deactivate").announcing("user.deactivated").expect(204);
    }

    @Test
    void deactivatesAUserAndTakesTheLicence(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Doc told = set(scene, ada.id(), "deactivate")
                .announcing("user.deactivated")
                .served()
                .event("user.deactivated")
                .object();

        assertThat(told.names()).containsExactly("id", "first_name", "last_name", "email", "type");
        assertThat(told.number("type")).isEqualTo(1);
        Doc shown = scene.ask("user", ada.id()).served().json();
        assertThat(shown.text("status")).isEqualTo("inactive");
        assertThat(shown.number("type")).isEqualTo(1);
        assertThat(scene.ask("users")
                        .query("status", "inactive")
                        .served()
                        .json()
                        .docs("users"))
                .hasSize(1);
    }

    @Test
    void revokesAppsOfTheUser(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        scene.askAs(ada.id(), "user:read", "user", "me").served();

        deactivate(scene, ada.id());

        scene.askAs(ada.id(), "user:read", "user", "me").refused("token-invalid");
    }

    @Test
    void activatesAUserAgain(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        deactivate(scene, ada.id());

        set(scene, ada.id(), "activate").announcing("user.activated").expect(204);

        assertThat(scene.ask("user", ada.id()).served().json().text("status")).isEqualTo("active");
    }

    @Test
    void announcesNothingWithoutAChange(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        set(scene, ada.id(), "activate").served();
        deactivate(scene, ada.id());
        set(scene, ada.id(), "deactivate").served();
    }

    @Test
    void refusesAdministratorsAndRooms(Scene scene) {
        set(scene, scene.owner(), "deactivate").refused("status-of-admin");
        Doc room = scene.user("room@example.org");
        TestUsers.change(scene, room.id(), user -> user.put("room_user", true));
        set(scene, room.id(), "deactivate").refused("status-of-admin");
    }

    @Test
    void refusesUnknownAndPendingUsers(Scene scene) {
        set(scene, "nobody", "activate").refused("user-missing");
        set(scene, scene.pendingUser("pia@example.org").id(), "activate").refused("user-missing");
    }

    @Test
    void refusesUsersThatTheVendorLocked(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.change(scene, ada.id(), user -> user.put("frozen", true));

        set(scene, ada.id(), "deactivate").refused("status-of-frozen");
    }

    @Test
    void refusesHostsOfComingEvents(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.change(scene, ada.id(), user -> user.put("upcoming_events_capacity", 500));

        set(scene, ada.id(), "deactivate").refused("events-upcoming-inactive");
    }

    @Test
    void refusesMoreBasicUsersThanThePlanHas(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        deactivate(scene, ada.id());
        scene.pendingUser("pia@example.org");

        scene.change(account -> account.put("basic_users", 1));
        set(scene, ada.id(), "activate").refused("activate-basic-full", "max", "1");
        scene.change(account -> account.put("basic_users", 0));
        set(scene, ada.id(), "activate").refused("activate-basic-none");
    }

    @Test
    void isForAdministrators(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        scene.askAs(ada.id(), "user:write", "userStatus", "me")
                .body("{\"action\": \"deactivate\"}")
                .refused("no-permission");
    }
}

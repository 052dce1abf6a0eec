package io.greenroom.api.users;

import static io.greenroom.api.users.UserAssistantsHandler.ASSISTANTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class UserRemovalTest {

    @Test
    void deletesAUserForGood(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Reply reply = scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .expect(204);

        assertThat(reply.text()).isEmpty();
        Doc payload = reply.event("user.deleted").payload();
        assertThat(payload.names()).containsExactly("account_id", "operator", "operator_id", "object");
        assertThat(payload.doc("object").names()).containsExactly("id", "first_name", "last_name", "email", "type");
        scene.ask("user", ada.id()).refused("user-missing");
        assertThat(scene.ask("users").served().json().number("total_records")).isEqualTo(1);
        scene.user("ada@example.org");
    }

    @Test
    void disassociatesAUserByDefault(Scene scene) {
        Doc created = scene.ask("userCreate")
                .body(
                        """
                        {"action": "ssoCreate", "user_info": {"email": "ada@example.org", "type": 1}}""")
                .announcing("user.created")
                .served()
                .json();

        scene.ask("userDelete", created.id()).announcing("user.disassociated").served();

        scene.ask("user", created.id()).refused("user-missing");
    }

    @Test
    void deletesDataOfTheUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.ask("userAssistantCreate", ada.id())
                .body("{\"assistants\": [{\"id\": \"" + ben.id() + "\"}]}")
                .served();

        scene.ask("userDelete", ben.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();

        List<Doc> assistants = scene.inside(unit -> unit.in(ASSISTANTS).list());
        Optional<Doc> layer = scene.inside(unit -> unit.find(MeetingSettings.TABLE, "user/" + ben.id()));
        assertThat(assistants).isEmpty();
        assertThat(layer).isEmpty();
    }

    @Test
    void revokesAppsOfTheUser(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        scene.askAs(ada.id(), "user:read", "user", "me").served();

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();

        scene.askAs(ada.id(), "user:read", "user", "me").refused("token-invalid");
    }

    @Test
    void refusesUnknownUsers(Scene scene) {
        scene.ask("userDelete", "nobody").refused("user-missing", "userId", "nobody");
        Doc pia = scene.pendingUser("pia@example.org");
        scene.ask("userDelete", pia.id()).query("action", "delete").refused("user-missing");
    }

    @Test
    void refusesToDisassociateOwnersManagedAndApiUsers(Scene scene) {
        scene.ask("userDelete", scene.owner()).refused("admin-unlinked");
        scene.ask("userDelete", scene.owner()).query("action", "delete").refused("admin-unlinked");
        Doc ada = TestUsers.member(scene, "ada");
        scene.ask("userDelete", ada.id()).refused("managed-user-unlinked");
        Doc robot = scene.user("robot@example.org");
        scene.ask("userDelete", robot.id()).refused("api-user-unlinked");
    }

    @Test
    void refusesUsersThatOtherProductsNeed(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        refuses(scene, ada, "room_user", "room-user-deleted");
        refuses(scene, ada, "frozen", "frozen-user-deleted");
        refuses(scene, ada, "runs_phone", "user-runs-phone");
    }

    private static void refuses(Scene scene, Doc user, String trait, String failure) {
        TestUsers.change(scene, user.id(), changed -> changed.put(trait, true));
        scene.ask("userDelete", user.id()).query("action", "delete").refused(failure);
        TestUsers.change(scene, user.id(), changed -> changed.put(trait, false));
    }

    @Test
    void refusesUsersOfSubAccounts(Scene scene) {
        Scene sub = scene.elsewhere();
        Doc sam = sub.user("sam@example.net");
        scene.ask("userDelete", sam.id()).query("action", "delete").refused("user-missing");
        sub.change(account -> account.put("master_id", scene.account()));

        scene.ask("userDelete", sam.id()).query("action", "delete").refused("foreign-user-deleted");
    }

    @Test
    void refusesInvalidTransfers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .query("transfer_email", "ADA@example.org")
                .query("transfer_meeting", true)
                .refused("transfer-to-self");
        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .query("transfer_email", "nobody@example.org")
                .query("transfer_recording", true)
                .refused("transfer-target-outside");
        scene.pendingUser("pia@example.org");
        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .query("transfer_email", "pia@example.org")
                .query("transfer_meeting", true)
                .refused("transfer-target-outside");
        scene.elsewhere().user("zoe@example.net");
        Reply outside = scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .query("transfer_email", "zoe@example.net")
                .query("transfer_meeting", true)
                .refused("transfer-target-outside");
        assertThat(outside.json().number("code")).isEqualTo(1001);
        assertThat(outside.json().text("message")).isEqualTo("Destination user is not belongs to the same account.");
        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .query("transfer_email", ben.text("email"))
                .query("transfer_webinar", true)
                .refused("transfer-target-missing");
    }

    @Test
    void transfersToEligibleUsers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.ask("userSettingsUpdate", ben.id())
                .body("{\"feature\": {\"webinar\": true}}")
                .announcing("user.settings_updated")
                .served();

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .query("transfer_email", ben.text("email"))
                .query("transfer_webinar", true)
                .announcing("user.deleted")
                .served();
    }

    @Test
    void transfersNothingUnlessRequested(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .query("transfer_email", "nobody@example.org")
                .announcing("user.deleted")
                .served();
    }

    @Test
    void isForAdministrators(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        scene.askAs(ada.id(), "user:write", "userDelete", "me").refused("no-permission");
    }
}

package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply.Heard;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class UserMoveHandlerTest {

    private static Ask move(Scene scene, String from, String userId, String to) {
        return scene.ask("switchUserAccount", from, userId).body("{\"account_id\": \"" + to + "\"}");
    }

    private static Scene below(Scene scene) {
        Scene sub = scene.elsewhere();
        sub.change(account -> account.put("master_id", scene.account()));
        return sub;
    }

    @Test
    void movesAUserToASubAccount(Scene scene) {
        Scene sub = below(scene);
        Doc ada = scene.user("ada@example.org");

        move(scene, "me", ada.id(), sub.account())
                .announcing("user.disassociated")
                .expect(204);

        scene.ask("user", ada.id()).refused("user-missing");
        Doc moved = sub.ask("user", ada.id()).served().json();
        assertThat(moved.text("email")).isEqualTo("ada@example.org");
        assertThat(moved.text("account_id")).isEqualTo(sub.account());
        assertThat(moved.number("type")).isEqualTo(1);
        Heard created = sub.events().getLast();
        assertThat(created.name()).isEqualTo("user.created");
        assertThat(created.payload().text("account_id")).isEqualTo(sub.account());
        assertThat(created.payload().text("operator_id")).isEqualTo(scene.owner());
        assertThat(created.object().id()).isEqualTo(ada.id());
    }

    @Test
    void movesAUserToTheMasterAccount(Scene scene) {
        Scene sub = below(scene);
        Doc sam = sub.user("sam@example.net");

        move(scene, sub.account(), sam.id(), scene.account())
                .announcing("user.created")
                .served();

        assertThat(scene.ask("user", "sam@example.net").served().json().id()).isEqualTo(sam.id());
        assertThat(sub.events().getLast().name()).isEqualTo("user.disassociated");
    }

    @Test
    void reachesNestedSubAccounts(Scene scene) {
        Scene sub = below(scene);
        Scene lowest = scene.elsewhere("third");
        lowest.change(account -> account.put("master_id", sub.account()));
        Doc ada = scene.user("ada@example.org");

        move(scene, "me", ada.id(), lowest.account())
                .announcing("user.disassociated")
                .served();
        move(scene, lowest.account(), ada.id(), sub.account()).served();

        assertThat(sub.ask("user", ada.id()).served().json().text("account_id")).isEqualTo(sub.account());
    }

    @Test
    void carriesSettingsAndBackgroundsAlong(Scene scene) {
        Scene sub = below(scene);
        Doc ada = scene.user("ada@example.org");
        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"in_meeting\": {\"chat\": true}}")
                .announcing("user.settings_updated")
                .served();
        scene.ask("uploadVBuser", ada.id())
                .file("file", "beach.png", "image/png", TestPictures.PNG)
                .served();

        move(scene, "me", ada.id(), sub.account())
                .announcing("user.disassociated")
                .served();

        Doc settings = sub.ask("userSettings", ada.id()).served().json().doc("in_meeting");
        assertThat(settings.flag("chat")).isTrue();
        assertThat(settings.doc("virtual_background_settings").docs("files")).hasSize(1);
    }

    @Test
    void dropsValuesOfTheFormerAccount(Scene scene) {
        Scene sub = below(scene);
        Doc ada = scene.user("ada@example.org");
        Doc sam = sub.user("sam@example.net");
        TestUsers.attribute(scene, "desk", "Desk");
        scene.ask("userUpdate", ada.id())
                .body(
                        """
                        {"vanity_name": "Boss", "plan_united_type": "1",
                         "custom_attributes": [{"key": "desk", "value": "4"}]}""")
                .announcing("user.updated")
                .served();
        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"feature\": {\"webinar\": true}}")
                .announcing("user.settings_updated")
                .served();
        sub.ask("userUpdate", sam.id())
                .body("{\"vanity_name\": \"boss\"}")
                .announcing("user.updated")
                .served();

        move(scene, "me", ada.id(), sub.account())
                .announcing("user.disassociated")
                .served();

        assertThat(sub.ask("user", ada.id()).served().json().names())
                .doesNotContain("vanity_url", "plan_united_type", "custom_attributes");
        assertThat(sub.ask("userSettings", ada.id())
                        .served()
                        .json()
                        .doc("feature")
                        .flag("webinar"))
                .isFalse();
    }

    @Test
    void carriesAPersonalLinkAlongThatIsFreeThere(Scene scene) {
        Scene sub = below(scene);
        Doc ada = scene.user("ada@example.org");
        scene.ask("userUpdate", ada.id())
                .body("{\"vanity_name\": \"Boss\"}")
                .announcing("user.updated")
                .served();

        move(scene, "me", ada.id(), sub.account())
                .announcing("user.disassociated")
                .served();

        assertThat(sub.ask("user", ada.id()).served().json().text("vanity_url")).endsWith("/my/Boss");
        assertThat(scene.ask("userVanityName")
                        .query("vanity_name", "boss")
                        .served()
                        .json()
                        .flag("existed"))
                .isFalse();
    }

    @Test
    void signsOutTheMovedUser(Scene scene) {
        Scene sub = below(scene);
        Doc ada = scene.user("ada@example.org");
        TestUsers.signIn(scene, ada.id());
        scene.ask("updatePresenceStatus", ada.id())
                .body("{\"status\": \"Do_Not_Disturb\"}")
                .announcing("user.presence_status_updated")
                .served();

        move(scene, "me", ada.id(), sub.account())
                .announcing("user.disassociated")
                .served();
        scene.advance(Duration.ofHours(1));

        assertThat(TestUsers.kept(sub, ada.id()).flag("signed_in")).isFalse();
        assertThat(scene.events().getLast().name()).isEqualTo("user.disassociated");
    }

    @Test
    void announcesNothingForAMoveToTheSameAccount(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        move(scene, "me", ada.id(), scene.account()).served();
    }

    @Test
    void refusesAccountsOutOfReach(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Scene other = scene.elsewhere();

        move(scene, "me", ada.id(), other.account()).refused("account-missing", "accountId", other.account());
        move(scene, other.account(), ada.id(), scene.account())
                .refused("account-missing", "accountId", other.account());
    }

    @Test
    void refusesUsersThatCannotBeMoved(Scene scene) {
        Scene sub = below(scene);
        Doc sam = sub.user("sam@example.net");
        Doc pia = scene.pendingUser("pia@example.org");

        move(scene, "me", scene.owner(), sub.account()).refused("admin-switched");
        move(scene, "me", pia.id(), sub.account()).refused("invite-missing");
        move(scene, "me", sam.id(), sub.account()).refused("user-not-on-account");
        move(scene, "me", "nobody", sub.account()).refused("user-foreign", "userId", "nobody");
    }

    @Test
    void leavesAssistantsBehind(Scene scene) {
        Scene sub = below(scene);
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.ask("userAssistantCreate", ada.id())
                .body("{\"assistants\": [{\"id\": \"" + ben.id() + "\"}]}")
                .served();

        move(scene, "me", ben.id(), sub.account())
                .announcing("user.disassociated")
                .served();

        List<Doc> assistants =
                scene.ask("userAssistants", ada.id()).served().json().docs("assistants");
        assertThat(assistants).isEmpty();
    }
}

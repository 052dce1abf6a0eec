package io.greenroom.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class AccountSettingsHandlerTest {
    private static final String UPDATED = "account.settings_updated";

    private static Doc settings(Scene scene) {
        return scene.ask("accountSettings", "me").served().json();
    }

    private static Doc settings(Scene scene, String option) {
        return scene.ask("accountSettings", "me")
                .query("option", option)
                .served()
                .json();
    }

    private static Ask ask(Scene scene, String body) {
        return scene.ask("accountSettingsUpdate", "me").body(body);
    }

    private static Reply change(Scene scene, String body) {
        return ask(scene, body).announcing(UPDATED).expect(204);
    }

    private static Doc userSettings(Scene scene, Doc user) {
        return scene.ask("userSettings", user.id()).served().json();
    }

    @Test
    void beginWithTheContractsDefaults(Scene scene) {
        Doc settings = settings(scene);

        assertThat(settings.names())
                .containsExactly(
                        "schedule_meeting",
                        "in_meeting",
                        "email_notification",
                        "zoom_rooms",
                        "security",
                        "recording",
                        "telephony",
                        "integration",
                        "feature",
                        "tsp",
                        "profile");
        assertThat(settings.doc("in_meeting").number("dscp_audio")).isEqualTo(56);
        assertThat(settings.doc("in_meeting").names()).doesNotContain("waiting_room", "record_play_voice");
        assertThat(settings.doc("in_meeting").doc("virtual_background_settings").docs("files"))
                .isEmpty();
        assertThat(settings.doc("security").doc("password_requirement").number("minimum_password_length"))
                .isEqualTo(8);
        assertThat(settings.doc("recording").doc("archive").doc("settings").flag("audio_file"))
                .isTrue();
        assertThat(scene.ask("accountSettings", scene.account()).served().json())
                .isEqualTo(settings);
    }

    @Test
    void changeOnlySentFields(Scene scene) {
        Doc before = settings(scene);

        Reply reply = change(
                scene,
                """
                {"in_meeting": {"chat": true, "polling": false},
                 "recording": {"recording_password_requirement": {"have_letter": true}}}""");

        Doc after = settings(scene);
        assertThat(after.doc("in_meeting").flag("chat")).isTrue();
        assertThat(after.doc("recording").doc("recording_password_requirement").flag("have_letter"))
                .isTrue();
        assertThat(after.doc("schedule_meeting")).isEqualTo(before.doc("schedule_meeting"));
        Doc payload = reply.event(UPDATED).payload();
        assertThat(payload.doc("object"))
                .isEqualTo(Json.read(
                        Schema.anyObject(),
                        """
                        {"id": "%s", "settings": {"in_meeting": {"chat": true},
                         "recording": {"recording_password_requirement": {"have_letter": true}}}}"""
                                .formatted(scene.account())));
        assertThat(payload.doc("old_object").doc("settings").doc("in_meeting").flag("chat"))
                .isFalse();
        ask(scene, "{\"in_meeting\": {\"chat\": true}}").served();
        change(scene, "{\"in_meeting\": {\"chat\": null}, \"recording\": null}");
        assertThat(settings(scene)).isEqualTo(before);
    }

    @Test
    void acceptNullsInAnyField(Scene scene) {
        Doc before = settings(scene);
        int sent = 0;
        for (String operation : List.of("accountSettingsUpdate", "updateAccountLockSettings")) {
            for (String body : nulls(
                    scene.contract().operation(operation).body().orElseThrow().schema())) {
                scene.ask(operation, "me")
                        .query("option", "security")
                        .body(body)
                        .expect(204);
                if (++sent % 50 == 0) {
                    scene.advance(Duration.ofSeconds(1)); // lest the limit for each second is reached
                }
            }
        }
        scene.advance(Duration.ofSeconds(1));
        assertThat(settings(scene)).isEqualTo(before);
    }

    /** A null for each field, and for each field of each group. */
    private static List<String> nulls(Schema schema) {
        List<String> bodies = new ArrayList<>();
        for (Property property : schema.properties()) {
            bodies.add("{\"" + property.name() + "\": null}");
            if (property.schema().type() == Schema.Type.OBJECT
                    && !property.name().equals("authentication_option")) {
                nulls(property.schema()).forEach(below -> bodies.add("{\"" + property.name() + "\": " + below + "}"));
            }
        }
        return bodies;
    }

    @Test
    void countForUsersUntilTheyDecide(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        change(
                scene,
                """
                {"schedule_meeting": {"host_video": true, "participant_video": true, "audio_type": "both"}}""");
        Doc schedule = userSettings(scene, ada).doc("schedule_meeting");
        assertThat(schedule.flag("host_video")).isTrue();
        assertThat(schedule.flag("participants_video")).isTrue();
        assertThat(schedule.text("audio_type")).isEqualTo("both");

        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"schedule_meeting\": {\"host_video\": false}}")
                .announcing("user.settings_updated")
                .served();
        assertThat(userSettings(scene, ada).doc("schedule_meeting").flag("host_video"))
                .isFalse();
    }

    @Test
    void showSecurityByItself(Scene scene) {
        Doc security = settings(scene, "security");
        assertThat(security.names())
                .containsExactlyInAnyOrder(
                        "admin_change_name_pic",
                        "import_photos_from_devices",
                        "hide_billing_info",
                        "password_requirement",
                        "sign_in_with_two_factor_auth",
                        "sign_again_period_for_inactivity_on_client",
                        "sign_again_period_for_inactivity_on_web");

        scene.ask("accountSettingsUpdate", "me")
                .query("option", "security")
                .body("{\"hide_billing_info\": true, \"security\": {\"sign_in_with_two_factor_auth\": \"group\"}}")
                .announcing(UPDATED)
                .served();

        Doc changed = settings(scene, "security");
        assertThat(changed.flag("hide_billing_info")).isTrue();
        assertThat(changed.texts("sign_in_with_two_factor_auth_groups")).isEmpty();
        assertThat(changed.names()).contains("sign_in_with_two_factor_auth_groups");
        assertThat(settings(scene).doc("security")).isEqualTo(changed);
    }

    @Test
    void containOnlyExistingGroupsAndRoles(Scene scene) {
        String group = scene.ask("groupCreate")
                .body("{\"name\": \"Board\"}")
                .served()
                .json()
                .id();
        change(
                scene,
                """
                {"security": {"sign_in_with_two_factor_auth": "group", "sign_in_with_two_factor_auth_groups":
                  ["nothing", "%s"], "sign_in_with_two_factor_auth_roles": ["1", "nothing"]}}"""
                        .formatted(group));
        assertThat(settings(scene, "security").texts("sign_in_with_two_factor_auth_groups"))
                .containsExactly(group);

        scene.ask("groupDelete", group).expect(204);
        assertThat(settings(scene, "security").texts("sign_in_with_two_factor_auth_groups"))
                .isEmpty();
        change(scene, "{\"security\": {\"sign_in_with_two_factor_auth\": \"role\"}}");
        assertThat(settings(scene, "security").texts("sign_in_with_two_factor_auth_roles"))
                .containsExactly("1");
    }

    @Test
    void applyToPasswordsAndProfilesOfUsers(Scene scene) {
        change(
                scene,
                """
                {"security": {"admin_change_name_pic": true, "password_requirement": {
                  "minimum_password_length": 12, "have_special_character": true,
                  "consecutive_characters_length": 4}}}""");

        creation(scene, "Sesame4open").refused("password-invalid");
        creation(scene, "Sesame42opens").refused("password-invalid");
        creation(scene, "Sesame-1234-open").refused("password-invalid");
        creation(scene, "Sesame-1111-open").refused("password-invalid");
        creation(scene, "Sesame-123-open").announcing("user.created").served();
        Doc ada = scene.user("ada@example.org");
        scene.askAs(ada.id(), "user:write", "userUpdate", "me")
                .body("{\"first_name\": \"Eda\"}")
                .refused("admin-only-name");
    }

    private static Ask creation(Scene scene, String password) {
        return scene.ask("userCreate")
                .body(
                        """
                        {"action": "autoCreate", "user_info": {"email": "new@first.example", "type": 1,
                         "password": "%s"}}"""
                                .formatted(password));
    }

    @Test
    void showMeetingSecurityAsAViewOfTheSame(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("accountSettingsUpdate", "me")
                .query("option", "meeting_security")
                .body(
                        """
                        {"meeting_security": {"waiting_room": true, "meeting_password": false,
                          "block_user_domain": true,
                          "block_user_domain_list": ["*.bad.example", "worse.example"]}}""")
                .announcing(UPDATED)
                .served();

        Doc shown = settings(scene, "meeting_security");
        assertThat(shown.names()).containsExactly("meeting_security");
        assertThat(shown.doc("meeting_security").flag("waiting_room")).isTrue();
        assertThat(shown.doc("meeting_security").texts("block_user_domain_list"))
                .hasSize(2);
        assertThat(settings(scene).doc("schedule_meeting").flag("require_password_for_scheduling_new_meetings"))
                .isFalse();
        assertThat(userSettings(scene, ada).doc("in_meeting").flag("waiting_room"))
                .isTrue();
    }

    @Test
    void showOnlyRequestedFields(Scene scene) {
        Doc few = scene.ask("accountSettings", "me")
                .query("custom_query_fields", "host_video, chat,tsp,nothing")
                .served()
                .json();

        assertThat(few.names()).containsExactly("schedule_meeting", "in_meeting", "tsp");
        assertThat(few.doc("schedule_meeting").names()).containsExactly("host_video");
        assertThat(scene.ask("accountSettings", "me")
                        .query("option", "security")
                        .query("custom_query_fields", "hide_billing_info")
                        .served()
                        .json()
                        .names())
                .containsExactly("hide_billing_info");
    }

    @Test
    void refuseListsThatAreNotOfDomains(Scene scene) {
        ask(scene, "{\"schedule_meeting\": {\"enforce_login_domains\": \"a b\"}}")
                .refused("domain-list-invalid");
        ask(scene, "{\"meeting_security\": {\"block_user_domain_list\": [\"not one\"]}}")
                .refused("domain-list-invalid");
        ask(
                        scene,
                        """
                        {"meeting_security": {"waiting_room_settings":
                          {"whitelisted_domains_for_waiting_room": "x"}}}""")
                .refused("domain-list-invalid");
        change(scene, "{\"schedule_meeting\": {\"enforce_login_domains\": \"a.example, b.example\"}}");
        change(scene, "{\"schedule_meeting\": {\"enforce_login_domains\": \"\"}}");
    }

    @Test
    void reachPaidSubAccounts(Scene scene) {
        Scene below = Below.paid(scene, "una");

        Reply reply = scene.ask("accountSettingsUpdate", below.account())
                .body("{\"in_meeting\": {\"chat\": true}}")
                .announcing(UPDATED)
                .expect(204);

        assertThat(reply.event(UPDATED).object().id()).isEqualTo(below.account());
        assertThat(below.events().getLast().payload().text("account_id")).isEqualTo(below.account());
        assertThat(scene.ask("accountSettings", below.account())
                        .served()
                        .json()
                        .doc("in_meeting")
                        .flag("chat"))
                .isTrue();
        assertThat(settings(scene).doc("in_meeting").flag("chat")).isFalse();
        assertThat(below.ask("userSettings", below.owner())
                        .served()
                        .json()
                        .doc("in_meeting")
                        .flag("chat"))
                .isTrue();
    }

    @Test
    void areRefusedToOthers(Scene scene) {
        Scene below = Below.open(scene, "una");
        Doc mia = scene.user("mia@example.org");

        scene.ask("accountSettings", below.account()).refused("account-unpaid");
        scene.ask("accountSettingsUpdate", below.account()).body("{}").refused("account-unpaid");
        below.ask("accountSettings", scene.account()).refused("account-missing");
        below.ask("accountSettingsUpdate", scene.account()).body("{}").refused("account-missing");
        scene.elsewhere().ask("accountSettings", below.account()).refused("account-missing");
        scene.askAs(mia.id(), "account:write:admin", "accountSettingsUpdate", "me")
                .body("{\"in_meeting\": {\"chat\": true}}")
                .refused("no-permission");
    }
}

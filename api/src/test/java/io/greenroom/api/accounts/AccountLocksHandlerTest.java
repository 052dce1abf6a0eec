package io.greenroom.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

@GreenroomTest
class AccountLocksHandlerTest {
    private static final String LOCKED = "account.lock_settings_updated";
    private static final String UPDATED = "account.settings_updated";

    private static Doc locks(Scene scene) {
        return scene.ask("getAccountLockSettings", "me").served().json();
    }

    private static Doc securityLocks(Scene scene) {
        return scene.ask("getAccountLockSettings", "me")
                .query("option", "meeting_security")
                .served()
                .json();
    }

    private static Ask lock(Scene scene, String body) {
        return scene.ask("updateAccountLockSettings", "me").body(body);
    }

    private static Doc userSettings(Scene scene, Doc user) {
        return scene.ask("userSettings", user.id()).served().json();
    }

    private static void tryToChange(Scene scene, Doc user, String body) {
        scene.ask("userSettingsUpdate", user.id()).body(body).expect(204);
    }

    @Test
    void areOffByDefault(Scene scene) {
        Doc locks = locks(scene);

        assertThat(locks.names())
                .containsExactly(
                        "schedule_meeting", "in_meeting", "email_notification", "recording", "telephony", "tsp");
        assertThat(locks.doc("in_meeting").get("chat")).isEqualTo(false);
        assertThat(locks.doc("schedule_meeting").text("enforce_login_domains")).isEmpty();
        assertThat(locks.doc("recording").doc("ip_address_access_control").flag("enable"))
                .isFalse();
        assertThat(locks.doc("in_meeting").names()).doesNotContain("waiting_room", "record_play_voice");
        Doc security = securityLocks(scene);
        assertThat(security.names()).containsExactly("meeting_security");
        assertThat(security.doc("meeting_security").get("waiting_room")).isEqualTo(false);
        assertThat(security.doc("meeting_security").text("encryption_type")).isEqualTo("enhanced_encryption");
    }

    @Test
    void areAnnouncedWithTheirFormerValues(Scene scene) {
        Reply reply = lock(
                        scene,
                        """
                        {"in_meeting": {"chat": true, "polling": false, "entry_exit_chime": true},
                         "schedule_meeting": {"participant_video": true},
                         "email_notification": {"schedule_for_host_reminder": true}}""")
                .announcing(LOCKED)
                .expect(204);

        assertThat(reply.event(LOCKED).object())
                .isEqualTo(Json.read(
                        Schema.anyObject(),
                        """
                        {"id": "%s", "settings": {"in_meeting": {"chat": true, "entry_exit_chime": true},
                         "schedule_meeting": {"participant_video": true},
                         "email_notification": {"schedule_for_host_reminder": true}}}"""
                                .formatted(scene.account())));
        assertThat(reply.event(LOCKED)
                        .payload()
                        .doc("old_object")
                        .doc("settings")
                        .doc("in_meeting")
                        .get("chat"))
                .isEqualTo(false);
    }

    @Test
    void holdTheSettingsOfUsers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        lock(
                        scene,
                        """
                        {"in_meeting": {"chat": true, "entry_exit_chime": true},
                         "schedule_meeting": {"participant_video": true},
                         "email_notification": {"schedule_for_host_reminder": true}}""")
                .announcing(LOCKED)
                .served();

        tryToChange(
                scene,
                ada,
                """
                {"in_meeting": {"chat": true, "entry_exit_chime": "host"},
                 "schedule_meeting": {"participants_video": true},
                 "email_notification": {"schedule_for_reminder": true}}""");
        assertThat(locks(scene).doc("email_notification").flag("schedule_for_host_reminder"))
                .isTrue();
        scene.ask("accountSettingsUpdate", "me")
                .body("{\"in_meeting\": {\"chat\": true}}")
                .announcing(UPDATED)
                .served();
        assertThat(userSettings(scene, ada).doc("in_meeting").flag("chat")).isTrue();
    }

    @Test
    void areUnlocked(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        lock(scene, "{\"in_meeting\": {\"chat\": true, \"polling\": true}}")
                .announcing(LOCKED)
                .served();
        lock(scene, "{\"in_meeting\": {\"chat\": true}}").served();

        lock(scene, "{\"in_meeting\": {\"chat\": false}}").announcing(LOCKED).served();
        assertThat(locks(scene).doc("in_meeting").flag("chat")).isFalse();
        assertThat(locks(scene).doc("in_meeting").flag("polling")).isTrue();
        lock(scene, "{\"in_meeting\": null}").announcing(LOCKED).served();
        assertThat(locks(scene).doc("in_meeting").flag("polling")).isFalse();

        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"in_meeting\": {\"polling\": true}}")
                .announcing("user.settings_updated")
                .served();
    }

    @Test
    void ofASwitchHoldItsDependentSettings(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        lock(
                        scene,
                        """
                        {"meeting_security": {"waiting_room": true, "waiting_room_settings":
                          {"participants_to_place_in_waiting_room": 1}, "encryption_type": "e2ee"}}""")
                .announcing(LOCKED, UPDATED)
                .served();

        scene.ask("userSettingsUpdate", ada.id())
                .query("option", "meeting_security")
                .body(
                        """
                        {"meeting_security": {"waiting_room": true,
                          "waiting_room_settings": {"participants_to_place_in_waiting_room": 2}}}""")
                .served();
        Doc security = scene.ask("userSettings", ada.id())
                .query("option", "meeting_security")
                .served()
                .json()
                .doc("meeting_security");
        assertThat(security.doc("waiting_room_settings").number("participants_to_place_in_waiting_room"))
                .isEqualTo(1);
        assertThat(security.text("encryption_type")).isEqualTo("e2ee");
        Doc shown = securityLocks(scene).doc("meeting_security");
        assertThat(shown.flag("waiting_room")).isTrue();
        assertThat(shown.doc("waiting_room_settings").number("participants_to_place_in_waiting_room"))
                .isEqualTo(1);
    }

    @Test
    void holdTheAddressesOfRecordings(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        lock(
                        scene,
                        """
                        {"recording": {"ip_address_access_control":
                          {"enable": true, "ip_addresses_or_ranges": "10.0.0.0/8"}}}""")
                .announcing(UPDATED)
                .served();

        tryToChange(scene, ada, "{\"recording\": {\"ip_address_access_control\": {\"enable\": false}}}");

        assertThat(userSettings(scene, ada)
                        .doc("recording")
                        .doc("ip_address_access_control")
                        .text("ip_addresses_or_ranges"))
                .isEqualTo("10.0.0.0/8");
    }

    @Test
    void haveTheirOwnGroups(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        lock(scene, "{\"schedule_meeting\": {\"meeting_authentication\": true}}")
                .announcing(LOCKED)
                .served();

        scene.ask("userSettingsUpdate", ada.id())
                .query("option", "meeting_authentication")
                .body("{\"meeting_authentication\": true}")
                .served();

        assertThat(locks(scene).doc("schedule_meeting").flag("meeting_authentication"))
                .isTrue();
    }

    @Test
    void showOnlyRequestedFields(Scene scene) {
        Doc few = scene.ask("getAccountLockSettings", "me")
                .query("custom_query_fields", "host_video,chat")
                .served()
                .json();

        assertThat(few.names()).containsExactly("schedule_meeting", "in_meeting");
        assertThat(few.doc("in_meeting").names()).containsExactly("chat");
    }

    @Test
    void reachPaidSubAccounts(Scene scene) {
        Scene below = Below.paid(scene, "una");

        scene.ask("updateAccountLockSettings", below.account())
                .body("{\"tsp\": {\"call_out\": true}}")
                .announcing(LOCKED)
                .expect(204);

        assertThat(below.events().getLast().name()).isEqualTo(LOCKED);
        assertThat(locks(below).doc("tsp").flag("call_out")).isTrue();
        assertThat(locks(scene).doc("tsp").flag("call_out")).isFalse();
        scene.ask("updateAccountLockSettings", below.account()).served();
    }

    @Test
    void areRefusedToOthers(Scene scene) {
        Scene below = Below.open(scene, "una");
        Doc mia = scene.user("mia@example.org");

        scene.ask("getAccountLockSettings", below.account())
                .refused("account-without-plan", "accountId", below.account());
        scene.ask("updateAccountLockSettings", below.account()).body("{}").refused("account-unpaid");
        below.ask("getAccountLockSettings", scene.account()).refused("account-unknown", "accountId", scene.account());
        below.ask("updateAccountLockSettings", scene.account())
                .body("{\"tsp\": {\"call_out\": true}}")
                .refused("account-missing");
        scene.askAs(mia.id(), "account:write:admin", "updateAccountLockSettings", "me")
                .body("{\"tsp\": {\"call_out\": true}}")
                .refused("no-permission");
        lock(scene, "{\"schedule_meeting\": {\"enforce_login_domains\": \"a b\"}}")
                .refused("domain-list-invalid");
        lock(scene, "{\"in_meeting\": {\"chat\": \"perhaps\"}}").refused("body-not-json");
        assertThat(locks(scene).doc("tsp").flag("call_out")).isFalse();
    }
}

package io.greenroom.api.groups;

import static io.greenroom.api.groups.TestGroups.add;
import static io.greenroom.api.groups.TestGroups.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class GroupSettingsHandlerTest {

    private static Doc settings(Scene scene, Doc group) {
        return scene.ask("getGroupSettings", group.id()).served().json();
    }

    private static Doc userSettings(Scene scene, Doc user) {
        return scene.ask("userSettings", user.id()).served().json();
    }

    private static void change(Scene scene, Doc group, String body) {
        scene.ask("updateGroupSettings", group.id()).body(body).expect(204);
    }

    private static void lock(Scene scene, Doc group, String body) {
        scene.ask("groupLockedSettings", group.id()).body(body).expect(204);
    }

    private static Doc locks(Scene scene, Doc group) {
        return scene.ask("getGroupLockSettings", group.id()).served().json();
    }

    /** Changes and locks a setting of the account. */
    private static void account(Scene scene, String values, String locks) {
        scene.inside(unit -> unit.insert(
                MeetingSettings.TABLE,
                unit.blank(MeetingSettings.TABLE)
                        .put("layer", "account")
                        .put("owner_id", unit.account())
                        .put("values", Json.read(Schema.anyObject(), values))
                        .put("locks", Json.read(Schema.anyObject(), locks))));
    }

    @Test
    void showsTheSettingsOfTheAccountUntilTheGroupDecides(Scene scene) {
        scene.ask("accountSettingsUpdate", "me")
                .body(
                        """
                        {"in_meeting": {"chat": true}, "schedule_meeting": {"participant_video": true},
                         "email_notification": {"cloud_recording_avaliable_reminder": true}}""")
                .announcing("account.settings_updated")
                .served();
        Doc sales = group(scene, "Sales");

        Doc before = settings(scene, sales);
        assertThat(before.names())
                .containsExactly(
                        "schedule_meeting", "in_meeting", "email_notification", "recording", "telephony", "profile");
        assertThat(before.doc("in_meeting").flag("chat")).isTrue();
        assertThat(before.doc("schedule_meeting").flag("participant_video")).isTrue();
        assertThat(before.doc("schedule_meeting").names()).doesNotContain("participants_video");
        assertThat(before.doc("email_notification").flag("cloud_recording_available_reminder"))
                .isTrue();
        change(scene, sales, "{\"in_meeting\": {\"chat\": false, \"whiteboard\": true}}");
        assertThat(settings(scene, sales).doc("in_meeting").flag("chat")).isFalse();
        assertThat(settings(scene, sales).doc("in_meeting").flag("whiteboard")).isTrue();
        change(scene, sales, "{\"in_meeting\": {\"chat\": null}}");
        assertThat(settings(scene, sales).doc("in_meeting").flag("chat")).isTrue();
    }

    @Test
    void appliesToMembersWithoutOwnSettings(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        add(scene, sales, ada).served();

        change(
                scene,
                sales,
                """
                {"schedule_meeting": {"participant_video": true, "use_pmi_for_schedule_meetings": true},
                 "in_meeting": {"polling": true, "record_play_own_voice": true},
                 "email_notification": {"schedule_for_host_reminder": true}}""");

        Doc adas = userSettings(scene, ada);
        assertThat(adas.doc("schedule_meeting").flag("participants_video")).isTrue();
        assertThat(adas.doc("schedule_meeting").flag("use_pmi_for_scheduled_meetings"))
                .isTrue();
        assertThat(adas.doc("in_meeting").flag("polling")).isTrue();
        assertThat(adas.doc("in_meeting").flag("record_play_voice")).isTrue();
        assertThat(adas.doc("email_notification").flag("schedule_for_reminder")).isTrue();
        assertThat(userSettings(scene, ben).doc("in_meeting").flag("polling")).isFalse();
        scene.ask("groupDelete", sales.id()).served();
        assertThat(userSettings(scene, ada).doc("in_meeting").flag("polling")).isFalse();
    }

    @Test
    void locksSettingsForMembers(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, ada).served();
        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"in_meeting\": {\"polling\": true}}")
                .announcing("user.settings_updated")
                .served();

        lock(
                scene,
                sales,
                """
                {"in_meeting": {"polling": true, "entry_exit_chime": true},
                 "schedule_meeting": {"participant_video": true, "meeting_authentication": true},
                 "telephony": {"telephony_regions": true}}""");

        assertThat(userSettings(scene, ada).doc("in_meeting").flag("polling")).isFalse();
        scene.ask("userSettingsUpdate", ada.id())
                .body(
                        """
                        {"in_meeting": {"polling": true, "entry_exit_chime": "none"}, "meeting_authentication": true,
                         "schedule_meeting": {"participants_video": true},
                         "telephony": {"telephony_regions": {"selection_values": ["DE"]}}}""")
                .served();
        Doc locks = locks(scene, sales);
        assertThat(locks.names())
                .containsExactly("schedule_meeting", "in_meeting", "email_notification", "recording", "telephony");
        assertThat(locks.doc("in_meeting").flag("polling")).isTrue();
        assertThat(locks.doc("in_meeting").flag("chat")).isFalse();
        assertThat(locks.doc("schedule_meeting").flag("participant_video")).isTrue();
        assertThat(locks.doc("schedule_meeting").flag("meeting_authentication")).isTrue();
        assertThat(locks.doc("schedule_meeting").names()).doesNotContain("participants_video");
        assertThat(locks.doc("telephony").flag("telephony_regions")).isTrue();
        lock(scene, sales, "{\"in_meeting\": {\"polling\": false}}");
        assertThat(userSettings(scene, ada).doc("in_meeting").flag("polling")).isTrue();
    }

    @Test
    void locksForMembersWithAnotherPrimaryGroup(Scene scene) {
        Doc first = group(scene, "First");
        Doc further = group(scene, "Further");
        Doc ada = scene.user("ada@example.org");
        add(scene, first, ada).served();
        add(scene, further, ada).served();
        change(scene, first, "{\"in_meeting\": {\"chat\": true}}");
        change(scene, further, "{\"in_meeting\": {\"chat\": false, \"polling\": true, \"co_host\": true}}");
        lock(scene, further, "{\"in_meeting\": {\"polling\": true}}");

        Doc inMeeting = userSettings(scene, ada).doc("in_meeting");

        assertThat(inMeeting.flag("chat")).isTrue();
        assertThat(inMeeting.flag("polling")).isTrue();
        assertThat(inMeeting.flag("co_host")).isFalse();
    }

    @Test
    void keepsSettingsThatTheAccountLocks(Scene scene) {
        account(scene, "{\"in_meeting\": {\"chat\": true}}", "{\"in_meeting\": {\"chat\": true}}");
        Doc sales = group(scene, "Sales");

        change(scene, sales, "{\"in_meeting\": {\"chat\": false}}");
        lock(scene, sales, "{\"in_meeting\": {\"chat\": false}}");

        assertThat(settings(scene, sales).doc("in_meeting").flag("chat")).isTrue();
        assertThat(locks(scene, sales).doc("in_meeting").flag("chat")).isTrue();
    }

    @Test
    void showsAndChangesOneCategory(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, ada).served();
        scene.ask("updateGroupSettings", sales.id())
                .query("option", "meeting_security")
                .body("{\"meeting_security\": {\"waiting_room\": true}}")
                .served();
        scene.ask("groupLockedSettings", sales.id())
                .query("option", "meeting_security")
                .body("{\"meeting_security\": {\"waiting_room\": true, \"encryption_type\": \"e2ee\"}}")
                .served();

        Doc security = scene.ask("getGroupSettings", sales.id())
                .query("option", "meeting_security")
                .served()
                .json();
        assertThat(security.names()).containsExactly("meeting_security");
        assertThat(security.doc("meeting_security").flag("waiting_room")).isTrue();
        assertThat(settings(scene, sales).doc("in_meeting").flag("waiting_room"))
                .isTrue();
        Doc locks = scene.ask("getGroupLockSettings", sales.id())
                .query("option", "meeting_security")
                .query("custom_query_fields", "waiting_room, encryption_type")
                .served()
                .json();
        assertThat(locks.names()).containsExactly("meeting_security");
        assertThat(locks.doc("meeting_security").names()).containsExactlyInAnyOrder("encryption_type", "waiting_room");
        assertThat(locks.doc("meeting_security").flag("waiting_room")).isTrue();
        assertThat(locks.doc("meeting_security").text("encryption_type")).isEqualTo("e2ee");
        assertThat(userSettings(scene, ada).doc("in_meeting").flag("waiting_room"))
                .isTrue();
        scene.ask("userSettingsUpdate", ada.id())
                .body(
                        """
                        {"in_meeting": {"waiting_room": false}, "meeting_security":
                         {"waiting_room_settings": {"participants_to_place_in_waiting_room": 1}}}""")
                .served();
    }

    @Test
    void showsOnlyRequestedKeys(Scene scene) {
        Doc sales = group(scene, "Sales");

        Doc chosen = scene.ask("getGroupSettings", sales.id())
                .query("custom_query_fields", "chat,telephony")
                .served()
                .json();

        assertThat(chosen.names()).containsExactlyInAnyOrder("in_meeting", "telephony");
        assertThat(chosen.doc("in_meeting").names()).containsExactly("chat");
    }

    @Test
    void changesAuthenticationOptions(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, ada).served();

        scene.ask("updateGroupSettings", sales.id())
                .query("option", "meeting_authentication")
                .body(
                        """
                        {"meeting_authentication": true, "authentication_option": {"id": "signIn_%s",
                         "action": "update", "name": "Our people", "type": "enforce_login_with_same_account"}}"""
                                .formatted(scene.account()))
                .served();

        for (Doc shown : List.of(
                scene.ask("getGroupSettings", sales.id())
                        .query("option", "meeting_authentication")
                        .served()
                        .json(),
                scene.ask("userSettings", ada.id())
                        .query("option", "meeting_authentication")
                        .served()
                        .json())) {
            assertThat(shown.names()).containsExactlyInAnyOrder("meeting_authentication", "authentication_options");
            assertThat(shown.flag("meeting_authentication")).isTrue();
            assertThat(shown.docs("authentication_options"))
                    .extracting(option -> option.text("name"))
                    .containsExactly("Our people");
        }
        assertThat(scene.ask("getGroupSettings", sales.id())
                        .query("option", "recording_authentication")
                        .served()
                        .json()
                        .flag("recording_authentication"))
                .isFalse();
    }

    @Test
    void requiresPasswordsForAllMeetingsAtOnce(Scene scene) {
        Doc sales = group(scene, "Sales");

        change(
                scene,
                sales,
                """
                {"schedule_meeting": {"require_password_for_all_meetings": false,
                 "require_password_for_instant_meetings": true}}""");

        Doc meetings = settings(scene, sales).doc("schedule_meeting");
        assertThat(meetings.flag("require_password_for_scheduling_new_meetings"))
                .isFalse();
        assertThat(meetings.flag("require_password_for_instant_meetings")).isTrue();
        assertThat(meetings.text("require_password_for_pmi_meetings")).isEqualTo("none");
        assertThat(meetings.names()).doesNotContain("require_password_for_all_meetings");
        change(scene, sales, "{\"schedule_meeting\": {\"require_password_for_all_meetings\": true}}");
        assertThat(settings(scene, sales).doc("schedule_meeting").text("require_password_for_pmi_meetings"))
                .isEqualTo("all");
    }

    @Test
    void acceptsNullsInAnyField(Scene scene) {
        Doc sales = group(scene, "Sales");
        String all =
                """
                {"in_meeting": {"chat": true}, "meeting_security": {"waiting_room": true, "encryption_type": "e2ee"},
                 "recording": {"ip_address_access_control": {"enable": true}}}""";
        List<String> nothing = List.of(
                "{\"in_meeting\": null, \"meeting_security\": null, \"recording\": null}",
                """
                {"in_meeting": {"chat": null}, "meeting_security": {"waiting_room": null, "encryption_type": null,
                 "waiting_room_settings": null}, "recording": {"ip_address_access_control": null}}""",
                "{\"recording\": {\"ip_address_access_control\": {\"enable\": null}}}");
        Doc open = locks(scene, sales);
        for (String body : nothing) {
            change(scene, sales, body);
            scene.advance(Duration.ofSeconds(1));
            lock(scene, sales, body);
        }
        assertThat(locks(scene, sales)).isEqualTo(open);

        lock(scene, sales, all);
        scene.advance(Duration.ofSeconds(1));
        assertThat(locks(scene, sales)).isNotEqualTo(open);
        nothing.forEach(body -> lock(scene, sales, body));
        scene.advance(Duration.ofSeconds(1));
        assertThat(locks(scene, sales)).isEqualTo(open);
    }

    @Test
    void refusesUnknownSettingsAndLocks(Scene scene) {
        Doc sales = group(scene, "Sales");

        scene.ask("updateGroupSettings", sales.id())
                .body("{\"in_meeting\": {\"who_can_share_screen\": \"nobody\"}}")
                .refused("validation");
        scene.ask("groupLockedSettings", sales.id())
                .body("{\"in_meeting\": {\"entry_exit_chime\": \"host\"}}")
                .refused("body-not-json");
    }

    @Test
    void answers404ForAnUnknownGroup(Scene scene) {
        scene.ask("getGroupSettings", "none").refused("group-settings-missing", "groupId", "none");
        scene.ask("updateGroupSettings", "none").body("{}").refused("group-settings-missing");
        scene.ask("getGroupLockSettings", "none").refused("group-missing", "groupId", "none");
        scene.ask("groupLockedSettings", "none").body("{}").refused("group-locks-missing");
    }

    @Test
    void requiresAPlan(Scene scene) {
        Doc sales = group(scene, "Sales");
        TestGroups.unpaid(scene);

        scene.ask("getGroupSettings", sales.id()).refused("group-settings-unpaid");
        scene.ask("updateGroupSettings", sales.id()).body("{}").refused("group-unpaid");
        scene.advance(Duration.ofSeconds(1));
        scene.ask("getGroupLockSettings", sales.id()).refused("group-settings-unpaid");
        scene.ask("groupLockedSettings", sales.id()).body("{}").refused("group-settings-unpaid");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc sales = group(scene, "Sales");
        Scene elsewhere = scene.elsewhere();

        elsewhere.ask("getGroupSettings", sales.id()).refused("group-settings-missing");
        elsewhere
                .ask("updateGroupSettings", sales.id())
                .body("{\"in_meeting\": {\"chat\": true}}")
                .refused("group-settings-missing");
        elsewhere.ask("getGroupLockSettings", sales.id()).refused("group-missing");
        elsewhere
                .ask("groupLockedSettings", sales.id())
                .body("{\"in_meeting\": {\"chat\": true}}")
                .refused("group-locks-missing");
        assertThat(settings(scene, sales).doc("in_meeting").flag("chat")).isFalse();
    }
}

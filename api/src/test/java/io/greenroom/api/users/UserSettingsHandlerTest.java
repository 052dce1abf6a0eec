package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class UserSettingsHandlerTest {
    private static final String UPDATED = "user.settings_updated";

    private static Doc settings(Scene scene, Doc user) {
        return scene.ask("userSettings", user.id()).served().json();
    }

    private static Reply change(Scene scene, Doc user, String body) {
        return scene.ask("userSettingsUpdate", user.id())
                .body(body)
                .announcing(UPDATED)
                .expect(204);
    }

    /** Changes a setting of the account. */
    private static void layer(Scene scene, String layer, String owner, String values, String locks) {
        scene.inside(unit -> unit.insert(
                MeetingSettings.TABLE,
                unit.blank(MeetingSettings.TABLE)
                        .put("layer", layer)
                        .put("owner_id", owner)
                        .put("values", Json.read(Schema.anyObject(), values))
                        .put("locks", Json.read(Schema.anyObject(), locks))));
    }

    @Test
    void beginsWithTheContractsDefaults(Scene scene) {
        Doc settings = settings(scene, scene.user("ada@example.org"));

        assertThat(settings.names())
                .containsExactly(
                        "schedule_meeting",
                        "in_meeting",
                        "email_notification",
                        "recording",
                        "telephony",
                        "feature",
                        "tsp",
                        "profile");
        assertThat(settings.doc("schedule_meeting").text("audio_type")).isEqualTo("voip");
        assertThat(settings.doc("in_meeting").flag("file_transfer")).isTrue();
        assertThat(settings.doc("feature").number("meeting_capacity")).isEqualTo(100);
        assertThat(settings.doc("feature").get("webinar_capacity")).isNull();
        assertThat(settings.doc("recording")
                        .doc("recording_password_requirement")
                        .number("length"))
                .isEqualTo(8);
    }

    @Test
    void changesOnlySentFields(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc before = settings(scene, ada);

        Reply reply = change(
                scene,
                ada,
                """
                {"in_meeting": {"chat": true, "polling": false},
                 "recording": {"recording_password_requirement": {"have_letter": true}}}""");

        Doc after = settings(scene, ada);
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
                                .formatted(ada.id())));
        assertThat(payload.doc("old_object").doc("settings").doc("in_meeting").flag("chat"))
                .isFalse();
        assertThat(payload.names())
                .containsExactlyInAnyOrder(
                        "account_id", "operator", "operator_id", "object", "old_object", "time_stamp");
    }

    @Test
    void agreesWithTheProfileAboutInstantMeetings(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userUpdate", ada.id())
                .body("{\"use_pmi\": true}")
                .announcing("user.updated")
                .served();
        assertThat(settings(scene, ada).doc("schedule_meeting").flag("use_pmi_for_instant_meetings"))
                .isTrue();
        change(scene, ada, "{\"schedule_meeting\": {\"use_pmi_for_instant_meetings\": false}}");
        assertThat(scene.ask("user", ada.id()).served().json().flag("use_pmi")).isFalse();
    }

    @Test
    void announcesNothingWithoutAChange(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"in_meeting\": {\"chat\": false}}")
                .served();
    }

    @Test
    void takesDecisionsFromAboveUntilTheUserDecides(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        String first = joined(scene, ada, "First");
        String second = joined(scene, ada, "Second");
        layer(scene, "account", scene.account(), "{\"in_meeting\": {\"chat\": true, \"polling\": true}}", "{}");
        layer(scene, "group", first, "{\"in_meeting\": {\"polling\": false, \"co_host\": true}}", "{}");
        layer(scene, "group", second, "{\"in_meeting\": {\"feedback\": true}}", "{}");

        Doc inMeeting = settings(scene, ada).doc("in_meeting");
        assertThat(inMeeting.flag("chat")).isTrue();
        assertThat(inMeeting.flag("polling")).isFalse();
        assertThat(inMeeting.flag("co_host")).isTrue();
        assertThat(inMeeting.flag("feedback")).isFalse();

        change(scene, ada, "{\"in_meeting\": {\"chat\": false}}");
        assertThat(settings(scene, ada).doc("in_meeting").flag("chat")).isFalse();
        change(scene, ada, "{\"in_meeting\": {\"chat\": null}}");
        assertThat(settings(scene, ada).doc("in_meeting").flag("chat")).isTrue();
    }

    /** The id of a new group with a user as its member. */
    private static String joined(Scene scene, Doc user, String name) {
        Doc group = scene.ask("groupCreate")
                .body("{\"name\": \"" + name + "\"}")
                .served()
                .json();
        scene.ask("groupMembersCreate", group.id())
                .body("{\"members\": [{\"id\": \"" + user.id() + "\"}]}")
                .served();
        return group.id();
    }

    @Test
    void ignoresChangesOfSettingsLockedAbove(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        change(scene, ada, "{\"in_meeting\": {\"chat\": true}, \"recording\": {\"local_recording\": false}}");
        layer(scene, "account", scene.account(), "{}", "{\"in_meeting\": {\"chat\": true}, \"recording\": true}");

        Doc locked = settings(scene, ada);
        assertThat(locked.doc("in_meeting").flag("chat")).isFalse();
        assertThat(locked.doc("recording").flag("local_recording")).isTrue();

        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"in_meeting\": {\"chat\": true}, \"recording\": {\"cloud_recording\": true}}")
                .served();
    }

    @Test
    void showsSecurityAsAViewOfTheSameSettings(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userSettingsUpdate", ada.id())
                .query("option", "meeting_secuirty")
                .body("{\"meeting_security\": {\"waiting_room\": true, \"auto_security\": false}}")
                .announcing(UPDATED)
                .served();

        Doc security = scene.ask("userSettings", ada.id())
                .query("option", "meeting_security")
                .served()
                .json();

        assertThat(security.names()).containsExactly("meeting_security");
        assertThat(security.doc("meeting_security").flag("waiting_room")).isTrue();
        assertThat(security.doc("meeting_security").flag("auto_security")).isFalse();
        assertThat(security.doc("meeting_security").text("encryption_type")).isEqualTo("enhanced_encryption");
        assertThat(settings(scene, ada).doc("in_meeting").flag("waiting_room")).isTrue();
    }

    @Test
    void showsAndChangesAuthenticationOptions(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc meeting = authentication(scene, ada, "meeting_authentication");
        Doc option = meeting.docs("authentication_options").getFirst();

        assertThat(meeting.names()).containsExactly("meeting_authentication", "authentication_options");
        assertThat(meeting.flag("meeting_authentication")).isFalse();
        assertThat(option.text("type")).isEqualTo("enforce_login");
        assertThat(option.flag("default_option")).isTrue();

        scene.ask("userSettingsUpdate", ada.id())
                .query("option", "meeting_authentication")
                .body(
                        """
                        {"meeting_authentication": true,
                         "authentication_option": {"id": "%s", "action": "update", "name": "Sign in, please"}}"""
                                .formatted(option.id()))
                .announcing(UPDATED)
                .served();
        scene.ask("userSettingsUpdate", ada.id())
                .query("option", "meeting_authentication")
                .body("{\"authentication_option\": {\"id\": \"%s\", \"action\": \"hide\"}}".formatted(option.id()))
                .served();

        Doc changed = authentication(scene, ada, "meeting_authentication");
        assertThat(changed.flag("meeting_authentication")).isTrue();
        assertThat(changed.docs("authentication_options")).singleElement().satisfies(now -> {
            assertThat(now.text("name")).isEqualTo("Sign in, please");
            assertThat(now.flag("visible")).isFalse();
        });
        Doc recording = authentication(scene, ada, "recording_authentication");
        assertThat(recording.names()).containsExactly("recording_authentication", "authentication_options");
        assertThat(recording.docs("authentication_options").getFirst().text("type"))
                .isEqualTo("internally");
    }

    private static Doc authentication(Scene scene, Doc user, String option) {
        return scene.ask("userSettings", user.id())
                .query("option", option)
                .served()
                .json();
    }

    @Test
    void showsOnlyRequestedFields(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Doc few = scene.ask("userSettings", ada.id())
                .query("custom_query_fields", "host_video, chat,tsp,nothing")
                .served()
                .json();

        assertThat(few.names()).containsExactly("schedule_meeting", "in_meeting", "tsp");
        assertThat(few.doc("schedule_meeting").names()).containsExactly("host_video");
        assertThat(few.doc("in_meeting").names()).containsExactly("chat");
        assertThat(few.doc("tsp").names()).hasSize(3);
    }

    @Test
    void resetsAWholeGroupOfSettings(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc before = settings(scene, ada);
        change(scene, ada, "{\"in_meeting\": {\"chat\": true, \"polling\": true}}");

        change(scene, ada, "{\"in_meeting\": null, \"feature\": null}");

        assertThat(settings(scene, ada)).isEqualTo(before);
    }

    @Test
    void refusesUnknownAndPendingUsers(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");

        scene.ask("userSettings", "nobody").refused("user-missing");
        scene.ask("userSettings", pia.id()).refused("settings-pending");
        scene.ask("userSettings", scene.owner()).query("login_type", 101).refused("user-missing");
        scene.ask("userSettingsUpdate", "nobody").body("{}").refused("user-missing");
        scene.ask("userSettingsUpdate", pia.id()).body("{}").refused("settings-pending");
    }
}

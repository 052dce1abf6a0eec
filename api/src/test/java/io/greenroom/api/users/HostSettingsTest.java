package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

/** What a new meeting or webinar inherits from its host's settings. */
@GreenroomTest
class HostSettingsTest {

    private static Doc created(Scene scene, String schema, Doc host, String request) {
        return scene.internally(call -> call.inherit(
                call.blank(schema).take(Json.read(call.blank(schema).schema(), request)), host.id()));
    }

    /** Changes a setting of the account, which applies to all users. */
    private static void decide(Scene scene, String values, String locks) {
        scene.inside(unit -> unit.insert(
                MeetingSettings.TABLE,
                unit.blank(MeetingSettings.TABLE)
                        .put("layer", "account")
                        .put("owner_id", unit.account())
                        .put("values", Json.read(Schema.anyObject(), values))
                        .put("locks", Json.read(Schema.anyObject(), locks))));
    }

    @Test
    void fillsAbsentFields(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"schedule_meeting\":{\"host_video\":true,\"audio_type\":\"thirdParty\"}}")
                .announcing("user.settings_updated")
                .expect(204);

        Doc meeting = created(scene, "MeetingSettings", ada, "{\"participant_video\":true}");

        assertThat(meeting.flag("host_video")).isTrue();
        assertThat(meeting.flag("participant_video")).isTrue();
        assertThat(meeting.flag("join_before_host")).isFalse();
        assertThat(meeting.text("audio")).isEqualTo("thirdParty");
        assertThat(meeting.text("auto_recording")).isEqualTo("local");
        assertThat(meeting.text("encryption_type")).isEqualTo("enhanced_encryption");
        assertThat(meeting.has("mute_upon_entry")).isFalse();
        assertThat(created(scene, "WebinarSettings", ada, "{}").flag("host_video"))
                .isTrue();
    }

    @Test
    void overridesTheRequestWithLockedSettings(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        decide(
                scene,
                "{\"schedule_meeting\":{\"host_video\":true},\"meeting_security\":{\"waiting_room\":true}}",
                "{\"schedule_meeting\":{\"host_video\":true},\"in_meeting\":{\"waiting_room\":true}}");

        Doc meeting = created(scene, "MeetingSettings", ada, "{\"host_video\":false,\"participant_video\":false}");

        assertThat(meeting.flag("host_video")).isTrue();
        assertThat(meeting.flag("participant_video")).isFalse();
    }

    @Test
    void needsAHostThatIsThere(Scene scene) {
        assertThatThrownBy(() -> scene.internally(call -> call.inherit(call.blank("MeetingSettings"), "unknown")))
                .isInstanceOf(ContractViolation.class);
    }
}

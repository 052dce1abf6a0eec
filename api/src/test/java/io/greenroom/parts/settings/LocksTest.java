package io.greenroom.parts.settings;

import static io.greenroom.parts.meetingsettings.MeetingSettings.LAYERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class LocksTest {
    private static final List<LayerKey> ACCOUNT = List.of(LayerKey.account("a"));
    private static final List<LayerKey> GROUP = List.of(LayerKey.account("a"), LayerKey.group("g"));
    private static final List<LayerKey> USER = List.of(LayerKey.account("a"), LayerKey.group("g"), LayerKey.user("u"));
    private static final List<SettingAlias> SYNONYMS =
            List.of(SettingAlias.of("meeting_security.waiting_room", "in_meeting.waiting_room"));

    private final Locks locks = new Locks(LAYERS, "UserSettings", SYNONYMS);
    private final Settings settings = new Settings(LAYERS, "UserSettings", SYNONYMS);

    private Changes lock(Scene scene, List<LayerKey> keys, String request) {
        return scene.internally(call ->
                locks.change(call, keys, Json.read(call.blank("UserSettings").schema(), request)));
    }

    private Doc effective(Scene scene, List<LayerKey> keys) {
        return scene.internally(call -> locks.effective(call, keys));
    }

    private Changes decide(Scene scene, List<LayerKey> keys, String request) {
        return scene.internally(call ->
                settings.change(call, keys, Json.read(call.blank("UserSettings").schema(), request)));
    }

    @Test
    void areOpenByDefault(Scene scene) {
        Doc open = effective(scene, ACCOUNT);

        assertThat(open.doc("in_meeting").get("chat")).isEqualTo(false);
        assertThat(open.doc("in_meeting").names()).doesNotContain("entry_exit_chime");
        assertThat(open.doc("recording").doc("recording_password_requirement").names())
                .contains("have_letter");
    }

    @Test
    void applyToLayersBelow(Scene scene) {
        decide(scene, USER, "{\"in_meeting\": {\"chat\": true, \"polling\": true}}");

        Changes change = lock(scene, ACCOUNT, "{\"in_meeting\": {\"chat\": true, \"polling\": false}}");

        assertThat(change.before().doc("in_meeting").get("chat")).isEqualTo(false);
        assertThat(change.after().doc("in_meeting").names()).containsExactly("chat");
        assertThat(decide(scene, USER, "{\"in_meeting\": {\"chat\": true}}").isNone())
                .isTrue();
        Doc inMeeting = scene.internally(call -> settings.effective(call, USER).document())
                .doc("in_meeting");
        assertThat(inMeeting.flag("chat")).isFalse();
        assertThat(inMeeting.flag("polling")).isTrue();
    }

    @Test
    void doNotApplyToTheLockingLayer(Scene scene) {
        lock(scene, ACCOUNT, "{\"in_meeting\": {\"chat\": true}}");

        decide(scene, ACCOUNT, "{\"in_meeting\": {\"chat\": true}}");

        assertThat(scene.internally(call -> settings.effective(call, USER).document())
                        .doc("in_meeting")
                        .flag("chat"))
                .isTrue();
    }

    @Test
    void cannotBeUnlockedBelow(Scene scene) {
        lock(scene, ACCOUNT, "{\"in_meeting\": {\"chat\": true}}");

        assertThat(lock(scene, GROUP, "{\"in_meeting\": {\"chat\": false}}").isNone())
                .isTrue();
        assertThat(effective(scene, GROUP).doc("in_meeting").flag("chat")).isTrue();
    }

    @Test
    void areUnlocked(Scene scene) {
        lock(scene, GROUP, "{\"in_meeting\": {\"chat\": true, \"polling\": true}}");

        lock(scene, GROUP, "{\"in_meeting\": {\"chat\": null}}");
        assertThat(effective(scene, GROUP).doc("in_meeting").flag("chat")).isFalse();
        assertThat(effective(scene, GROUP).doc("in_meeting").flag("polling")).isTrue();
        lock(scene, GROUP, "{\"in_meeting\": null}");
        assertThat(effective(scene, GROUP).doc("in_meeting").flag("polling")).isFalse();
    }

    @Test
    void lockBothNamesOfOneThing(Scene scene) {
        lock(scene, ACCOUNT, "{\"meeting_security\": {\"waiting_room\": true}}");

        assertThat(effective(scene, GROUP).doc("in_meeting").flag("waiting_room"))
                .isTrue();
        assertThat(decide(scene, USER, "{\"meeting_security\": {\"waiting_room\": true}}")
                        .isNone())
                .isTrue();
    }
}

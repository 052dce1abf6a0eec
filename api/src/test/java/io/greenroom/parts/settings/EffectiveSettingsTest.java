package io.greenroom.parts.settings;

import static io.greenroom.parts.meetingsettings.MeetingSettings.LAYERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

@GreenroomTest
class EffectiveSettingsTest {
    private static final List<LayerKey> ACCOUNT = List.of(LayerKey.account("a"));
    private static final List<LayerKey> USER = List.of(LayerKey.account("a"), LayerKey.user("u"));

    private final Settings settings = new Settings(LAYERS, "UserSettings", MeetingSettings.SECURITY);
    private final Locks locks = new Locks(LAYERS, "UserSettings", MeetingSettings.SECURITY);

    private boolean is(Scene scene, Predicate<EffectiveSettings> question) {
        return scene.internally(call -> question.test(settings.effective(call, USER)));
    }

    private Object ask(Scene scene, Function<EffectiveSettings, Object> question) {
        return scene.internally(call -> question.apply(settings.effective(call, USER)));
    }

    private void decide(Scene scene, List<LayerKey> keys, String request) {
        scene.internally(call -> settings.change(call, keys, read(call, request)));
    }

    private void lock(Scene scene, List<LayerKey> keys, String request) {
        scene.internally(call -> locks.change(call, keys, read(call, request)));
    }

    private static Doc read(Call call, String request) {
        return Json.read(call.blank("UserSettings").schema(), request);
    }

    @Test
    void answersASingleSetting(Scene scene) {
        decide(
                scene,
                USER,
                """
                {"in_meeting": {"chat": true, "data_center_regions": ["DE"]},
                 "recording": {"recording_password_requirement": {"length": 9}}}""");

        assertThat(is(scene, now -> now.flag("in_meeting.chat"))).isTrue();
        assertThat(is(scene, now -> now.flag("in_meeting.polling"))).isFalse();
        assertThat(ask(scene, now -> now.text("schedule_meeting.audio_type"))).isEqualTo(Optional.of("voip"));
        assertThat(ask(scene, now -> now.number("recording.recording_password_requirement.length")))
                .isEqualTo(Optional.of(9L));
        assertThat(ask(scene, now -> now.number("feature.webinar_capacity"))).isEqualTo(Optional.empty());
        assertThat(ask(scene, now -> now.texts("in_meeting.data_center_regions")))
                .isEqualTo(List.of("DE"));
        assertThat(is(scene, now -> now.flag("meeting_authentication"))).isFalse();
    }

    @Test
    void knowsSettingsByBothNames(Scene scene) {
        decide(scene, USER, "{\"meeting_security\": {\"waiting_room\": true}}");

        assertThat(is(scene, now -> now.flag("in_meeting.waiting_room"))).isTrue();
        assertThat(is(scene, now -> now.flag("meeting_security.waiting_room"))).isTrue();
    }

    @Test
    void answersWhetherASettingIsLockedAbove(Scene scene) {
        decide(scene, USER, "{\"in_meeting\": {\"chat\": true}}");
        lock(scene, ACCOUNT, "{\"in_meeting\": {\"chat\": true}}");
        lock(scene, USER, "{\"in_meeting\": {\"polling\": true}}");

        assertThat(is(scene, now -> now.flag("in_meeting.chat"))).isFalse();
        assertThat(is(scene, now -> now.isLocked("in_meeting.chat"))).isTrue();
        assertThat(is(scene, now -> now.isLocked("in_meeting.polling"))).isFalse();
    }

    @Test
    void answersLocksAboveALayerWithoutSettings(Scene scene) {
        lock(scene, ACCOUNT, "{\"in_meeting\": {\"chat\": true}}");

        assertThat(is(scene, now -> now.isLocked("in_meeting.chat"))).isTrue();
        assertThat(is(scene, now -> now.isLocked("in_meeting.polling"))).isFalse();
    }

    @Test
    void agreesWithAllSettingsAtOnce(Scene scene) {
        decide(scene, ACCOUNT, "{\"in_meeting\": {\"chat\": true, \"polling\": true}, \"tsp\": {\"call_out\": false}}");
        lock(scene, ACCOUNT, "{\"in_meeting\": {\"polling\": true}}");
        decide(scene, USER, "{\"in_meeting\": {\"chat\": false, \"polling\": false}}");

        scene.internally(call -> {
            Doc all = settings.effective(call, USER).document();
            EffectiveSettings one = settings.effective(call, USER);
            for (Property group : all.schema().properties()) {
                for (Property setting : group.schema().properties()) {
                    if (setting.schema().type() == Schema.Type.BOOLEAN) {
                        assertThat(one.flag(group.name() + "." + setting.name()))
                                .isEqualTo(all.doc(group.name()).flag(setting.name()));
                    }
                }
            }
            return all;
        });
    }

    @Test
    void knowsNoOtherSettings(Scene scene) {
        assertThatThrownBy(() -> is(scene, now -> now.flag("in_meeting.chatter")))
                .isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> is(scene, now -> now.flag("in_meeting"))).isInstanceOf(ContractViolation.class);
    }
}

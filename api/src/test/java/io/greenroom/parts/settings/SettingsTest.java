package io.greenroom.parts.settings;

import static io.greenroom.parts.meetingsettings.MeetingSettings.LAYERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@GreenroomTest
class SettingsTest {
    private static final LayerKey ACCOUNT = LayerKey.account("a");
    private static final LayerKey GROUP = LayerKey.group("g");
    private static final LayerKey USER = LayerKey.user("u");
    private static final List<LayerKey> KEYS = List.of(ACCOUNT, GROUP, USER);

    private final Settings settings = new Settings(
            LAYERS,
            "UserSettings",
            List.of(SettingAlias.of("meeting_security.waiting_room", "in_meeting.waiting_room")));

    private static void decide(Scene scene, LayerKey key, String values, String locks) {
        scene.inside(unit -> unit.insert(
                LAYERS.table(),
                unit.blank(LAYERS.table())
                        .put("layer", key.layer())
                        .put("owner_id", key.ownerId())
                        .put("values", Json.read(Schema.anyObject(), values))
                        .put("locks", Json.read(Schema.anyObject(), locks))));
    }

    private Doc effective(Scene scene) {
        return scene.internally(call -> settings.effective(call, KEYS).document());
    }

    private Changes change(Scene scene, String request) {
        return scene.internally(call ->
                settings.change(call, KEYS, Json.read(call.blank("UserSettings").schema(), request)));
    }

    @Test
    void areTheDefaultsUntilALayerSetsThem(Scene scene) {
        Doc effective = effective(scene);

        assertThat(effective.doc("in_meeting").text("entry_exit_chime")).isEqualTo("all");
        assertThat(effective.doc("telephony").doc("telephony_regions").texts("selection_values"))
                .containsExactly("US");
    }

    @Test
    void areTakenFromTheInnermostLayer(Scene scene) {
        decide(scene, ACCOUNT, "{\"in_meeting\": {\"chat\": true, \"polling\": true, \"co_host\": true}}", "{}");
        decide(scene, GROUP, "{\"in_meeting\": {\"polling\": false, \"co_host\": false}}", "{}");
        decide(scene, USER, "{\"in_meeting\": {\"co_host\": true}}", "{}");

        Doc inMeeting = effective(scene).doc("in_meeting");

        assertThat(inMeeting.flag("chat")).isTrue();
        assertThat(inMeeting.flag("polling")).isFalse();
        assertThat(inMeeting.flag("co_host")).isTrue();
    }

    @Test
    void areTakenFromTheOutermostLock(Scene scene) {
        decide(scene, ACCOUNT, "{}", "{\"in_meeting\": {\"chat\": true}}");
        decide(scene, GROUP, "{\"in_meeting\": {\"chat\": true}, \"tsp\": {\"call_out\": false}}", "{\"tsp\": true}");
        decide(scene, USER, "{\"in_meeting\": {\"chat\": true}, \"tsp\": {\"call_out\": true}}", "{}");

        Doc effective = effective(scene);

        assertThat(effective.doc("in_meeting").flag("chat")).isFalse();
        assertThat(effective.doc("tsp").flag("call_out")).isFalse();
    }

    @Test
    void areTakenFromTheLockOfAFurtherGroup(Scene scene) {
        LayerKey further = LayerKey.locksOfGroup("h");
        List<LayerKey> keys = List.of(ACCOUNT, GROUP, further, USER);
        decide(scene, GROUP, "{\"in_meeting\": {\"chat\": true}}", "{}");
        decide(
                scene,
                further,
                "{\"in_meeting\": {\"chat\": false, \"polling\": true, \"co_host\": true}}",
                "{\"in_meeting\": {\"polling\": true}}");
        decide(scene, USER, "{\"in_meeting\": {\"polling\": false}}", "{}");

        Doc inMeeting = scene.internally(call -> settings.effective(call, keys).document())
                .doc("in_meeting");

        assertThat(inMeeting.flag("chat")).isTrue();
        assertThat(inMeeting.flag("polling")).isTrue();
        assertThat(inMeeting.flag("co_host")).isFalse();
    }

    @Test
    void ignoreLocksOfADeeperGroup(Scene scene) {
        decide(scene, ACCOUNT, "{}", "{\"schedule_meeting\": {\"meeting_password_requirement\": {\"length\": true}}}");

        Changes change = change(
                scene,
                """
                {"schedule_meeting": {"meeting_password_requirement": {"length": 8, "have_letter": true}}}""");

        Doc changed = change.after().doc("schedule_meeting").doc("meeting_password_requirement");
        assertThat(changed.names()).containsExactly("have_letter");
    }

    @Test
    void reportChangesOfEffectiveValues(Scene scene) {
        Changes change = change(
                scene,
                """
                {"in_meeting": {"chat": true, "polling": false, "data_center_regions": ["DE", "NL"]}}""");

        assertThat(change.after().doc("in_meeting").names()).containsExactlyInAnyOrder("chat", "data_center_regions");
        assertThat(change.before().doc("in_meeting").texts("data_center_regions"))
                .isEmpty();
        assertThat(change(scene, "{\"in_meeting\": {\"chat\": true}}").isNone()).isTrue();
    }

    @Test
    void storeOnlyTheValuesOfALayer(Scene scene) {
        change(scene, "{\"in_meeting\": {\"chat\": true}}");

        Optional<Doc> layer = scene.inside(unit -> unit.find(LAYERS.table(), USER.key()));

        assertThat(layer.orElseThrow().doc("values"))
                .isEqualTo(Json.read(Schema.anyObject(), "{\"in_meeting\": {\"chat\": true}}"));
    }

    @Test
    void haveTwoNamesForOneThing(Scene scene) {
        change(scene, "{\"meeting_security\": {\"waiting_room\": true}}");
        assertThat(effective(scene).doc("in_meeting").flag("waiting_room")).isTrue();

        change(scene, "{\"in_meeting\": {\"waiting_room\": false}}");
        assertThat(effective(scene).doc("meeting_security").flag("waiting_room"))
                .isFalse();
    }

    @Test
    void areForgottenAndMoved(Scene scene) {
        String other = scene.elsewhere().account();
        change(scene, "{\"in_meeting\": {\"chat\": true}}");

        Doc there = scene.internally(call -> {
            LAYERS.move(call.store(), call.store().as(other), USER);
            return call.store().as(other).find(LAYERS.table(), USER.key()).orElseThrow();
        });
        assertThat(there.doc("values").doc("in_meeting").flag("chat")).isTrue();
        assertThat(effective(scene).doc("in_meeting").flag("chat")).isFalse();

        change(scene, "{\"in_meeting\": {\"chat\": true}}");
        scene.inside(unit -> {
            LAYERS.delete(unit, USER);
            return USER;
        });
        assertThat(effective(scene).doc("in_meeting").flag("chat")).isFalse();
    }
}

package io.greenroom.api.tsp;

import static io.greenroom.api.tsp.Bridges.BRIDGE;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GreenroomTest
class TspAccountTest {
    private static final String MEDIA_LINK = BRIDGE.replace("toll", "media_link");

    @Test
    void isOffWithoutTheFeature(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);

        scene.without("tsp");

        assertOff(scene, ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsp_enabled", "enable"})
    void isOffWhenTheAccountHasTurnedItOff(String setting, Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);

        Bridges.decide(scene, "{\"%s\": false}".formatted(setting));

        assertOff(scene, ada);
    }

    private static void assertOff(Scene scene, Doc user) {
        scene.ask("userTSPs", user.id()).refused("tsp-off");
        scene.ask("userTSPCreate", user.id()).body(BRIDGE).refused("tsp-off");
        scene.ask("userTSP", user.id(), 1).refused("tsp-off");
        scene.ask("userTSPUpdate", user.id(), 1).body(BRIDGE).refused("tsp-off");
        scene.ask("userTSPDelete", user.id(), 1).refused("tsp-not-enabled");
        scene.ask("tspUrlUpdate", user.id()).body("{}").refused("tsp-not-enabled");
    }

    @Test
    void requiresAMediaLinkForAtt(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.decide(scene, "{\"tsp_provider\": \"AT&T\"}");

        scene.ask("userTSPCreate", ada.id()).body(BRIDGE).refused("media-link-missing");
        Bridges.add(scene, ada, MEDIA_LINK);
        scene.ask("userTSPUpdate", ada.id(), 1).body(BRIDGE).refused("media-link-missing");
    }

    @Test
    void restrictsDialInNumbersToTheAccountsIfConfigured(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.decide(scene, "{\"dial_in_number_unrestricted\": false}");
        scene.ask("userTSPCreate", ada.id()).body(BRIDGE).refused("dial-in-number-foreign");

        Bridges.offer(scene, "1", "5550100");

        Bridges.add(scene, ada, BRIDGE);
        scene.ask("userTSPUpdate", ada.id(), 1)
                .body(BRIDGE.replace("5550100", "5550101"))
                .refused("dial-in-number-foreign");
        scene.ask("userTSPUpdate", ada.id(), 1)
                .body(BRIDGE.replace("\"1\"", "\"44\""))
                .refused("dial-in-number-foreign");
    }

    @Test
    void reservesBridgesForAdministratorsIfConfigured(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.decide(scene, "{\"modify_credential_forbidden\": true}");

        scene.askAs(ada.id(), "tsp:write", "userTSPCreate", "me").body(BRIDGE).refused("no-permission");
        Bridges.add(scene, ada, BRIDGE);
        scene.askAs(ada.id(), "tsp:write", "userTSPUpdate", "me", 1)
                .body(BRIDGE)
                .refused("no-permission");
        scene.askAs(ada.id(), "tsp:write", "userTSPDelete", "me", 1).refused("no-permission");
    }

    @Test
    void extendsAMasterAccountsSettingsToSubAccounts(Scene scene) {
        Scene below = scene.elsewhere();
        Doc eve = below.user("eve@example.org");
        below.change(row -> row.put("master_id", scene.account()));
        Bridges.decide(scene, "{\"tsp_provider\": \"AT&T\"}");
        Bridges.add(below, eve, BRIDGE);

        Bridges.decide(scene, "{\"master_account_setting_extended\": true}");

        assertThatJson(below.ask("tsp").served().text()).inPath("tsp_provider").isEqualTo("AT&T");
        below.ask("userTSPCreate", eve.id()).body(BRIDGE).refused("media-link-missing");
    }

    @Test
    void appliesAMasterAccountsSettings(Scene scene) {
        Scene below = scene.elsewhere();
        below.change(row -> row.put("master_id", scene.account()));
        Bridges.decide(scene, "{\"tsp_provider\": \"Ring Ring\"}");
        Bridges.decide(below, "{\"tsp_provider\": \"Bell\", \"master_account_setting_extended\": true}");

        assertThatJson(below.ask("tsp").served().text())
                .isEqualTo(
                        """
                {"tsp_provider": "Ring Ring", "enable": true, "tsp_enabled": true,
                 "master_account_setting_extended": true, "modify_credential_forbidden": false,
                 "dial_in_number_unrestricted": true, "dial_in_numbers": []}""");
        Bridges.decide(below, "{\"master_account_setting_extended\": false}");
        assertThatJson(below.ask("tsp").served().text()).inPath("tsp_provider").isEqualTo("Bell");
    }
}

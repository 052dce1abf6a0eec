package io.greenroom.api.tsp;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class TspHandlerTest {
    private static final String UNDECIDED =
            """
            {"tsp_provider": "", "enable": true, "tsp_enabled": true, "master_account_setting_extended": false,
             "modify_credential_forbidden": false, "dial_in_number_unrestricted": true, "dial_in_numbers": []}""";

    @Test
    void showsTheDefaultsOfAnAccountThatHasDecidedNothing(Scene scene) {
        assertThatJson(scene.ask("tsp").served().text()).isEqualTo(UNDECIDED);
    }

    @Test
    void changesOnlySentFields(Scene scene) {
        scene.ask("tspUpdate")
                .body("{\"tsp_provider\": \"Ring Ring\", \"tsp_bridge\": \"EU_TSP_TB\"}")
                .expect(204);
        scene.ask("tspUpdate").body("{\"modify_credential_forbidden\": true}").expect(204);

        assertThatJson(scene.ask("tsp").served().text())
                .isEqualTo(
                        """
                {"tsp_provider": "Ring Ring", "enable": true, "tsp_enabled": true,
                 "master_account_setting_extended": false, "modify_credential_forbidden": true,
                 "dial_in_number_unrestricted": true, "tsp_bridge": "EU_TSP_TB", "dial_in_numbers": []}""");
    }

    @Test
    void resetsToTheDefaultForANull(Scene scene) {
        scene.ask("tspUpdate")
                .body("{\"tsp_provider\": \"Ring Ring\", \"enable\": false, \"tsp_bridge\": \"US_TSP_TB\"}")
                .expect(204);

        scene.ask("tspUpdate")
                .body("{\"tsp_provider\": null, \"enable\": null, \"tsp_bridge\": null}")
                .expect(204);

        assertThatJson(scene.ask("tsp").served().text()).isEqualTo(UNDECIDED);
    }

    @Test
    void leavesTheAccountsNumbersAlone(Scene scene) {
        Bridges.offer(scene, "1", "5550100");

        scene.ask("tspUpdate").body("{\"dial_in_numbers\": []}").expect(204);

        assertThatJson(scene.ask("tsp").served().text())
                .inPath("dial_in_numbers")
                .isEqualTo("[{\"code\": \"1\", \"number\": \"5550100\", \"type\": \"toll\"}]");
    }

    @Test
    void refusesAnUnknownZone(Scene scene) {
        scene.ask("tspUpdate").body("{\"tsp_bridge\": \"MOON_TSP_TB\"}").refused("tsp-bridge-invalid");
    }

    @Test
    void isOffWithoutTheFeature(Scene scene) {
        scene.without("tsp");

        scene.ask("tspUpdate").body("{\"tsp_enabled\": true}").refused("tsp-off");
        assertThatJson(scene.ask("tsp").served().text()).inPath("tsp_enabled").isEqualTo(false);
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        scene.ask("tspUpdate").body("{\"tsp_provider\": \"Ring Ring\"}").expect(204);

        assertThatJson(scene.elsewhere().ask("tsp").served().text()).isEqualTo(UNDECIDED);
    }
}

package io.greenroom.api.tsp;

import static io.greenroom.api.tsp.Bridges.BRIDGE;
import static io.greenroom.api.tsp.Bridges.OTHER;
import static io.greenroom.api.tsp.Bridges.numbered;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserTspHandlerTest {
    private static final String NUMBERS = "[{\"code\": \"44\", \"number\": \"5550144\", \"type\": \"tollfree\"}]";

    @Test
    void addsABridgeAndEchoesItWithoutItsId(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        assertThatJson(Bridges.add(scene, ada, BRIDGE).text()).isEqualTo(BRIDGE);
        assertThatJson(show(scene, ada, 1)).isEqualTo(numbered(1, BRIDGE));
    }

    @Test
    void takesABridgeFromAForm(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userTSPCreate", ada.id())
                .part("conference_code", "0125")
                .part("leader_pin", "11189898")
                .part("dial_in_numbers", NUMBERS)
                .part("tsp_bridge", "EU_TSP_TB")
                .announcing("user.tsp_created")
                .expect(201);
        scene.ask("userTSPUpdate", ada.id(), 1)
                .part("conference_code", "0126")
                .part("leader_pin", "11189898")
                .announcing("user.tsp_updated")
                .expect(204);

        assertThatJson(show(scene, ada, 1))
                .isEqualTo(
                        """
                {"id": 1, "conference_code": "0126", "leader_pin": "11189898", "tsp_bridge": "EU_TSP_TB",
                 "dial_in_numbers": %s}"""
                                .formatted(NUMBERS));
    }

    @Test
    void refusesABridgeThatDoesNotFit(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userTSPCreate", ada.id()).body("{}").refused("validation");
        scene.ask("userTSPCreate", ada.id())
                .body("{\"conference_code\": \"room\", \"leader_pin\": \"12345678901234567\"}")
                .refused("validation");
        scene.ask("userTSPCreate", ada.id())
                .body(BRIDGE.replace("US_TSP_TB", "MOON_TSP_TB"))
                .refused("tsp-bridge-invalid");
    }

    @Test
    void refusesAThirdBridge(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);
        Bridges.add(scene, ada, OTHER);

        scene.ask("userTSPCreate", ada.id()).body(BRIDGE).refused("tsp-full");
    }

    @Test
    void listsBridgesByNumber(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        assertThatJson(list(scene, ada)).isEqualTo("{\"tsp_accounts\": []}");
        Bridges.add(scene, ada, BRIDGE);
        Bridges.add(scene, ada, OTHER);

        assertThatJson(list(scene, ada))
                .isEqualTo("{\"tsp_accounts\": [%s, %s]}".formatted(numbered(1, BRIDGE), numbered(2, OTHER)));
    }

    @Test
    void givesAFreedNumberToTheNextBridge(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);
        Bridges.add(scene, ada, OTHER);

        scene.ask("userTSPDelete", ada.id(), 1).announcing("user.tsp_deleted").expect(204);
        scene.ask("userTSP", ada.id(), 1).refused("tsp-missing");
        Bridges.add(scene, ada, BRIDGE);

        assertThatJson(list(scene, ada))
                .isEqualTo("{\"tsp_accounts\": [%s, %s]}".formatted(numbered(1, BRIDGE), numbered(2, OTHER)));
    }

    @Test
    void changesOnlySentFields(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);

        scene.ask("userTSPUpdate", ada.id(), 1)
                .body("{\"conference_code\": \"0126\", \"leader_pin\": \"11189898\", \"tsp_bridge\": null}")
                .announcing("user.tsp_updated")
                .expect(204);

        assertThatJson(show(scene, ada, 1))
                .isEqualTo(
                        """
                {"id": 1, "conference_code": "0126", "leader_pin": "11189898",
                 "dial_in_numbers": [{"code": "1", "number": "5550100", "type": "toll", "country_label": "US"}]}""");
    }

    @Test
    void refusesAChangeThatDoesNotFit(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);

        scene.ask("userTSPUpdate", ada.id(), 1)
                .body("{\"tsp_bridge\": \"EU_TSP_TB\"}")
                .refused("validation");
        scene.ask("userTSPUpdate", ada.id(), 1)
                .body(BRIDGE.replace("US_TSP_TB", "MOON_TSP_TB"))
                .refused("tsp-bridge-invalid");
    }

    @Test
    void keepsTheLastBridge(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);

        scene.ask("userTSPDelete", ada.id(), 1).refused("tsp-last");
    }

    @Test
    void keepsTheLastBridgesNumbers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        String silent = "{\"conference_code\": \"0125\", \"leader_pin\": \"11189898\", \"dial_in_numbers\": []}";
        Bridges.add(scene, ada, BRIDGE);

        scene.ask("userTSPUpdate", ada.id(), 1).body(silent).refused("tsp-last");

        Bridges.add(scene, ada, OTHER);
        scene.ask("userTSPUpdate", ada.id(), 1)
                .body(silent)
                .announcing("user.tsp_updated")
                .expect(204);
    }

    @Test
    void doesNotKnowABridgeOfThatNumber(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userTSP", ada.id(), 3).refused("tsp-id-unknown");
        scene.ask("userTSPUpdate", ada.id(), 0).body(BRIDGE).refused("tsp-id-unknown");
        scene.ask("userTSPDelete", ada.id(), "one").refused("tsp-id-unknown");
        scene.ask("userTSP", ada.id(), 1).refused("tsp-missing");
        scene.ask("userTSPUpdate", ada.id(), 1).body(BRIDGE).refused("tsp-missing");
        scene.ask("userTSPDelete", ada.id(), 2).refused("tsp-missing");
    }

    @Test
    void answers404ForAnUnknownUser(Scene scene) {
        scene.ask("userTSPs", "nobody").refused("user-missing", "userId", "nobody");
        scene.ask("userTSPCreate", "nobody").body(BRIDGE).refused("user-missing", "userId", "nobody");
        scene.ask("userTSP", "nobody", 1).refused("user-missing", "userId", "nobody");
        scene.ask("userTSPUpdate", "nobody", 1).body(BRIDGE).refused("user-missing", "userId", "nobody");
        scene.ask("userTSPDelete", "nobody", 1).refused("user-missing", "userId", "nobody");
    }

    @Test
    void answers404ForAUserWithAnExpiredInvitation(Scene scene) {
        String id = scene.pendingUser("pat@example.org").id();
        scene.advance(Duration.ofDays(31));

        scene.ask("userTSPs", id).refused("invitation-missing");
        scene.ask("userTSPCreate", id).body(BRIDGE).refused("invitation-missing");
        scene.ask("userTSP", id, 1).refused("invitation-missing");
        scene.ask("userTSPUpdate", id, 1).body(BRIDGE).refused("invitation-missing");
        scene.ask("userTSPDelete", id, 1).refused("invitation-missing");
    }

    @Test
    void allowsUsersToManageTheirOwn(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.askAs(ada.id(), "tsp:write", "userTSPCreate", "me")
                .body(BRIDGE)
                .announcing("user.tsp_created")
                .expect(201);

        assertThatJson(scene.askAs(ada.id(), "tsp:read", "userTSP", "ada@example.org", 1)
                        .served()
                        .text())
                .isEqualTo(numbered(1, BRIDGE));
        scene.askAs(ada.id(), "tsp:read", "userTSPs", scene.owner()).refused("no-permission");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);
        Scene elsewhere = scene.elsewhere();

        elsewhere.ask("userTSPs", ada.id()).refused("user-missing", "userId", ada.id());
        elsewhere.ask("userTSP", ada.id(), 1).refused("user-missing", "userId", ada.id());
        elsewhere.ask("userTSPDelete", ada.id(), 1).refused("user-missing", "userId", ada.id());
    }

    @Test
    void removesBridgesWithTheirUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Bridges.add(scene, ada, BRIDGE);
        Bridges.add(scene, ben, OTHER);

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();

        boolean kept = scene.inside(unit ->
                unit.in(UserTspHandler.BRIDGES).where("user_id", ada.id()).exists());
        assertThat(kept).isFalse();
        assertThatJson(show(scene, ben, 1)).isEqualTo(numbered(1, OTHER));
    }

    @Test
    void leavesBridgesBehindWhenTheirUserMoves(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);

        Scene below = Bridges.moveBelow(scene, ada);

        assertThatJson(list(below, ada)).isEqualTo("{\"tsp_accounts\": []}");
        boolean kept = scene.inside(unit ->
                unit.in(UserTspHandler.BRIDGES).where("user_id", ada.id()).exists());
        assertThat(kept).isFalse();
    }

    private static String show(Scene scene, Doc user, int bridge) {
        return scene.ask("userTSP", user.id(), bridge).served().text();
    }

    private static String list(Scene scene, Doc user) {
        return scene.ask("userTSPs", user.id()).served().text();
    }
}

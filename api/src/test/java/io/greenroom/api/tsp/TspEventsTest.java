package io.greenroom.api.tsp;

import static io.greenroom.api.tsp.Bridges.BRIDGE;
import static io.greenroom.api.tsp.Bridges.OTHER;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

@GreenroomTest
class TspEventsTest {

    @Test
    void announceANewBridge(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Reply reply = Bridges.add(scene, ada, BRIDGE);

        assertThatJson(object(reply, "user.tsp_created")).isEqualTo(whole(ada, "1", BRIDGE));
    }

    @Test
    void announceARemovedBridge(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);
        Bridges.add(scene, ada, OTHER);

        Reply reply = scene.ask("userTSPDelete", ada.id(), 2)
                .announcing("user.tsp_deleted")
                .expect(204);

        assertThatJson(object(reply, "user.tsp_deleted")).isEqualTo(whole(ada, "2", OTHER));
    }

    @Test
    void announceChangedFields(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);

        Reply reply = scene.ask("userTSPUpdate", ada.id(), 1)
                .body("{\"conference_code\": \"0126\", \"leader_pin\": \"11189898\", \"tsp_bridge\": null}")
                .announcing("user.tsp_updated")
                .expect(204);

        assertThatJson(Json.write(reply.event("user.tsp_updated").payload()))
                .isEqualTo(
                        """
                {"account_id": "%s", "operator": "${json-unit.any-string}", "operator_id": "%s",
                 "object": {"id": "%s", "email": "ada@example.org",
                            "tsp_credentials": {"id": "1", "conference_code": "0126"}},
                 "old_object": {"conference_code": "0125", "tsp_bridge": "US_TSP_TB"},
                 "time_stamp": "${json-unit.any-number}"}"""
                                .formatted(scene.account(), scene.owner(), ada.id()));
    }

    @Test
    void areNotPublishedWithoutAChange(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Bridges.add(scene, ada, BRIDGE);

        scene.ask("userTSPUpdate", ada.id(), 1).body(BRIDGE).expect(204);
    }

    private static String object(Reply reply, String event) {
        return Json.write(reply.event(event).object());
    }

    private static String whole(Doc user, String id, String bridge) {
        return """
                {"id": "%s", "email": "%s", "tsp_credentials": %s}"""
                .formatted(user.id(), user.text("email"), bridge.replaceFirst("\\{", "{\"id\": \"" + id + "\", "));
    }
}

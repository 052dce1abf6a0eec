package io.greenroom.api.tsp;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;

/** Bridges for tests: requests, expected answers and the settings that they need. */
final class Bridges {
    static final String BRIDGE =
            """
            {"conference_code": "0125", "leader_pin": "11189898", "tsp_bridge": "US_TSP_TB",
             "dial_in_numbers": [{"code": "1", "number": "5550100", "type": "toll", "country_label": "US"}]}""";
    static final String OTHER = "{\"conference_code\": \"0250\", \"leader_pin\": \"4711\"}";

    private Bridges() {}

    static Reply add(Scene scene, Doc user, String bridge) {
        return scene.ask("userTSPCreate", user.id())
                .body(bridge)
                .announcing("user.tsp_created")
                .expect(201);
    }

    /** A bridge as answers show it. */
    static String numbered(int id, String bridge) {
        return bridge.replaceFirst("\\{", "{\"id\": " + id + ", ");
    }

    /** Changes settings of the account. */
    static void decide(Scene scene, String settings) {
        scene.ask("tspUpdate").body(settings).served();
    }

    /** Has the account offer one number. */
    static void offer(Scene scene, String code, String number) {
        scene.control("controlTspNumbersReplace")
                .body(
                        """
                        {"dial_in_numbers": [{"code": "%s", "number": "%s", "type": "toll"}]}"""
                                .formatted(code, number))
                .served();
    }

    /** Makes another account a sub account of the scene's and moves a user there. */
    static Scene moveBelow(Scene scene, Doc user) {
        Scene below = scene.elsewhere();
        below.change(row -> row.put("master_id", scene.account()));
        scene.ask("switchUserAccount", "me", user.id())
                .body("{\"account_id\": \"%s\"}".formatted(below.account()))
                .announcing("user.disassociated")
                .served();
        return below;
    }
}

package io.greenroom.api.webinars;

import static io.greenroom.api.webinars.Plans.ENDED;
import static io.greenroom.api.webinars.Plans.JOINED;
import static io.greenroom.api.webinars.Plans.LEFT;
import static io.greenroom.api.webinars.Plans.STARTED;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

/** The live streams of webinars. They have no events. */
@GreenroomTest
class WebinarStreamTest {
    private static final String STREAM =
            """
            {"stream_url": "rtmp://stream.example.org", "stream_key": "key", "page_url": "https://example.org"}""";

    private static final String START = "{\"action\": \"start\", \"settings\": {\"display_name\": \"Launch\"}}";

    private static Doc streamed(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        Plans.set(
                scene,
                scene.ask("user", webinar.text("host_id")).expect(200).json(),
                "{\"in_meeting\": {\"allow_live_streaming\": true, \"custom_live_streaming_service\": true}}");
        return webinar;
    }

    @Test
    void keepsTheAddressOfTheStream(Scene scene) {
        Doc webinar = streamed(scene);

        scene.ask("webinarLiveStreamUpdate", webinar.id()).body(STREAM).expect(204);

        assertThatJson(scene.ask("getWebinarLiveStreamDetails", webinar.id())
                        .expect(200)
                        .text())
                .isEqualTo(STREAM);
    }

    @Test
    void startsAndStopsTheStream(Scene scene) {
        Doc webinar = streamed(scene);
        scene.ask("webinarLiveStreamStatusUpdate", webinar.id()).body(START).refused("webinar-not-started");
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        scene.ask("webinarLiveStreamStatusUpdate", webinar.id()).body(START).refused("webinar-stream-unset");
        scene.ask("webinarLiveStreamUpdate", webinar.id()).body(STREAM).expect(204);

        scene.ask("webinarLiveStreamStatusUpdate", webinar.id()).body(START).expect(204);
        scene.ask("webinarLiveStreamStatusUpdate", webinar.id()).body(START).expect(204);
        scene.control("controlWebinarActions", webinar.id())
                .yaml("stream: stop")
                .expect(200);
        scene.control("controlWebinarActions", webinar.id())
                .yaml("stream: stop")
                .refused("control-script-failed", "line", "1", "fault", "stream  was refused nothing_there");
        scene.ask("webinarLiveStreamStatusUpdate", webinar.id())
                .body("{\"action\": \"stop\"}")
                .expect(204);
        scene.control("controlWebinarEnd", webinar.id()).announcing(LEFT, ENDED).expect(204);
    }

    @Test
    void refusesStreamsThatTheHostsSettingsDisable(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");

        scene.ask("getWebinarLiveStreamDetails", webinar.id()).refused("webinar-streaming-off");
        scene.ask("webinarLiveStreamUpdate", webinar.id()).body(STREAM).refused("webinar-streaming-off");
        scene.ask("webinarLiveStreamStatusUpdate", webinar.id()).body(START).refused("webinar-streaming-off");
        for (String operation :
                new String[] {"getWebinarLiveStreamDetails", "webinarLiveStreamUpdate", "webinarLiveStreamStatusUpdate"
                }) {
            scene.ask(operation, "x").body(STREAM).refused("webinar-link-id-invalid");
            scene.ask(operation, 5).body(STREAM).refused("webinar-id-unknown");
            scene.ask(operation, 81234567890L).body(STREAM).refused("webinar-unknown");
        }
        Plans.unlicense(scene, webinar);
        scene.ask("webinarLiveStreamStatusUpdate", webinar.id())
                .body(START)
                .refused("webinar-plan-required", "userId", webinar.text("host_id"));
        scene.ask("webinarLiveStreamUpdate", webinar.id())
                .body(STREAM)
                .refused("webinar-plan-required", "userId", webinar.text("host_id"));
    }
}

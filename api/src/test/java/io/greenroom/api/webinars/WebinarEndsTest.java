package io.greenroom.api.webinars;

import static io.greenroom.api.webinars.Plans.ENDED;
import static io.greenroom.api.webinars.Plans.JOINED;
import static io.greenroom.api.webinars.Plans.LEFT;
import static io.greenroom.api.webinars.Plans.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.LiveTables;
import io.greenroom.live.states.SessionState;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions of webinars that are recorded and shared, ended by each operation that can end them. */
@GreenroomTest
class WebinarEndsTest {
    private static final List<String> END = List.of("webinar.sharing_ended", "recording.stopped", LEFT, LEFT, ENDED);

    private static String[] end(String... last) {
        return Stream.concat(END.stream(), Stream.of(last)).toArray(String[]::new);
    }

    private static Doc busy(Scene scene) {
        Doc host = Plans.host(scene);
        Plans.set(scene, host, "{\"recording\": {\"cloud_recording\": true}}");
        Doc webinar = Plans.webinar(
                scene,
                host,
                """
                {"topic": "Launch", "start_time": "2021-08-02T10:00:00Z", "settings": {"auto_recording": "cloud"}}""");
        String presenter = scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED, "recording.started")
                .expect(200)
                .json()
                .text("participant_id");
        scene.control("controlWebinarJoin", webinar.id())
                .body("{\"name\": \"Ada\"}")
                .announcing(JOINED)
                .expect(200);
        scene.control("controlWebinarParticipantUpdate", webinar.id(), presenter)
                .body("{\"sharing\": {\"content\": \"desktop\"}}")
                .announcing("webinar.sharing_started")
                .expect(200);
        return webinar;
    }

    private static void isOver(Scene scene, Doc webinar) {
        Doc session = scene.inside(unit -> unit.find(LiveTables.SESSIONS, webinar.text("uuid")))
                .orElseThrow();
        assertThat(SessionState.of(session)).isEqualTo(SessionState.ENDED);
    }

    @Test
    void endsByTheControlApi(Scene scene) {
        Doc webinar = busy(scene);
        scene.control("controlWebinarEnd", webinar.id()).announcing(end()).expect(204);
        isOver(scene, webinar);
    }

    @Test
    void endsByItsStatus(Scene scene) {
        Doc webinar = busy(scene);
        scene.ask("webinarStatus", webinar.id())
                .body("{\"action\": \"end\"}")
                .announcing(end())
                .expect(204);
        isOver(scene, webinar);
    }

    @Test
    void endsWhenTheHostIsDeactivated(Scene scene) {
        Doc webinar = busy(scene);
        scene.ask("userStatus", webinar.text("host_id"))
                .body("{\"action\": \"deactivate\"}")
                .announcing(end("user.deactivated"))
                .expect(204);
        isOver(scene, webinar);
    }

    @Test
    void endsWhenTheHostIsDeleted(Scene scene) {
        Doc webinar = busy(scene);
        scene.ask("userDelete", webinar.text("host_id"))
                .query("action", "delete")
                .announcing(end("user.deleted"))
                .expect(204);
        isOver(scene, webinar);
    }

    @Test
    void endsWhenTheHostMovesToAnotherAccount(Scene scene) {
        Scene sub = scene.elsewhere();
        sub.change(account -> account.put("master_id", scene.account()));
        Doc webinar = busy(scene);
        scene.ask("switchUserAccount", "me", webinar.text("host_id"))
                .body("{\"account_id\": \"%s\"}".formatted(sub.account()))
                .announcing(Stream.concat(Stream.of("user.disassociated"), END.stream())
                        .toArray(String[]::new))
                .expect(204);
        isOver(scene, webinar);
    }
}

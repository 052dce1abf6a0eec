package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An installation whose UUIDs all need double encoding, and whose past operations show sessions with a delay. */
@GreenroomTest(options = {"uuids=nasty", "history.lag-minutes=10"})
class NastyUuidsTest {
    private static final Pattern UUID = Pattern.compile("\\{(meetingUUID|uuid|meetingUuid)}");
    private static final int SESSIONS = 4;

    private static void hold(Scene scene, Doc meeting) {
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", "meeting.participant_joined")
                .expect(200);
        scene.control("controlMeetingEnd", meeting.id())
                .announcing("meeting.participant_left", "meeting.ended")
                .expect(204);
    }

    private static String twice(String uuid) {
        String once = URLEncoder.encode(uuid, StandardCharsets.UTF_8);
        return URLEncoder.encode(once, StandardCharsets.UTF_8);
    }

    @Test
    void findsEachSessionByItsUuidEncodedTwice(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        for (int i = 0; i < SESSIONS; i++) {
            hold(scene, meeting);
        }
        scene.advance(Duration.ofMinutes(10));
        List<Doc> instances =
                scene.ask("pastMeetings", meeting.id()).expect(200).json().docs("meetings");

        assertThat(instances).hasSize(SESSIONS);
        for (Doc instance : instances) {
            String uuid = instance.text("uuid");
            assertThat(uuid).matches("/.*|.*//.*");
            Doc details = scene.send("GET", "/past_meetings/" + twice(uuid))
                    .expect(200)
                    .json();
            assertThat(details.text("uuid")).isEqualTo(uuid);
            paths(scene).forEach(path -> {
                Reply reply = scene.send("GET", UUID.matcher(path).replaceAll(twice(uuid)))
                        .tried();
                assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
            });
        }
    }

    /** The paths below past meetings that are built and take a UUID. */
    private static List<String> paths(Scene scene) {
        return scene.contract().operations().values().stream()
                .filter(scene::isBuilt)
                .filter(Operation::readsOnly)
                .map(operation -> operation.route().path())
                .filter(path ->
                        path.startsWith("/past_meetings/") && UUID.matcher(path).find())
                .toList();
    }

    @Test
    void showsASessionAfterTheLagOnly(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        String uuid = meeting.text("uuid");
        hold(scene, meeting);

        scene.advance(Duration.ofSeconds(599));
        scene.ask("pastMeetingDetails", meeting.id()).refused("meeting-not-ended");
        scene.send("GET", "/past_meetings/" + twice(uuid)).expect(404);
        assertThat(scene.ask("pastMeetings", meeting.id()).expect(200).json().docs("meetings"))
                .isEmpty();
        scene.advance(Duration.ofSeconds(1));
        scene.ask("pastMeetingDetails", meeting.id()).expect(200);
        scene.send("GET", "/past_meetings/" + twice(uuid)).expect(200);
    }
}

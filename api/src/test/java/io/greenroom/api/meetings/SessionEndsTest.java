package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.LiveTables;
import io.greenroom.live.states.SessionState;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions with everything on, ended by each operation that can end them. */
@GreenroomTest
class SessionEndsTest {
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";

    private static final List<String> END = List.of(
            "meeting.sharing_ended",
            "recording.stopped",
            "meeting.live_streaming_stopped",
            "meeting.participant_left_waiting_room",
            LEFT,
            LEFT,
            "meeting.ended");

    private static String[] end(String... last) {
        return Stream.concat(END.stream(), Stream.of(last)).toArray(String[]::new);
    }

    /** A meeting that is recorded, streamed and shared, with a person inside and one in the waiting room. */
    private static Doc busy(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"recording\": {\"cloud_recording\": true}}");
        Doc meeting = Plans.meeting(
                scene,
                host,
                """
                {"topic": "Review", "start_time": "2021-08-02T10:00:00Z",
                 "settings": {"waiting_room": true, "auto_recording": "cloud"}}""");
        scene.ask("meetingLiveStreamUpdate", meeting.id())
                .body(
                        """
                        {"stream_url": "rtmp://live.example.org/in", "stream_key": "k",
                         "page_url": "https://example.org"}""")
                .expect(204);
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED, "recording.started")
                .expect(200);
        scene.control("controlMeetingActions", meeting.id())
                .yaml("{join: [Ada, Bob], admit: Ada, share: host, stream: start}")
                .announcingAny()
                .expect(200);
        return meeting;
    }

    private static Doc session(Scene scene, Doc meeting) {
        return scene.inside(unit -> unit.find(LiveTables.SESSIONS, meeting.text("uuid")))
                .orElseThrow();
    }

    private static void isOver(Scene scene, Doc meeting) {
        Doc session = session(scene, meeting);
        assertThat(SessionState.of(session)).isEqualTo(SessionState.ENDED);
        assertThat(session.text("recording", "none") + session.has("sharer") + session.has("streaming"))
                .isEqualTo("nonefalsefalse");
        boolean waits = scene.inside(unit -> unit.in(LiveTables.PARTICIPATIONS)
                .where("session", meeting.text("uuid"))
                .whereIn("state", List.of("in_meeting", "waiting_room"))
                .exists());
        assertThat(waits).isFalse();
    }

    @Test
    void endsByTheControlApi(Scene scene) {
        Doc meeting = busy(scene);
        scene.control("controlMeetingEnd", meeting.id()).announcing(end()).expect(204);
        isOver(scene, meeting);
    }

    @Test
    @Tag("postgres")
    void endsByItsStatus(Scene scene) {
        Doc meeting = busy(scene);
        scene.ask("meetingStatus", meeting.id())
                .body("{\"action\": \"end\"}")
                .announcing(end())
                .expect(204);
        isOver(scene, meeting);
    }

    @Test
    void endsWhenTheHostStartsAnother(Scene scene) {
        Doc meeting = busy(scene);
        Doc host = scene.ask("user", meeting.text("host_id")).expect(200).json();
        Doc next = Plans.meeting(scene, host, "{}");
        scene.control("controlMeetingStart", next.id())
                .announcing(end("meeting.started", JOINED))
                .expect(200);
        isOver(scene, meeting);
    }

    @Test
    void endsWhenTheHostIsDeactivated(Scene scene) {
        Doc meeting = busy(scene);
        scene.ask("userStatus", meeting.text("host_id"))
                .body("{\"action\": \"deactivate\"}")
                .announcing(end("user.deactivated"))
                .expect(204);
        isOver(scene, meeting);
    }

    @Test
    void endsWhenTheHostIsDeleted(Scene scene) {
        Doc meeting = busy(scene);
        scene.ask("userDelete", meeting.text("host_id"))
                .query("action", "delete")
                .announcing(end("user.deleted"))
                .expect(204);
        isOver(scene, meeting);
    }

    @Test
    @Tag("postgres")
    void endsWhenTheHostMovesToAnotherAccount(Scene scene) {
        Scene sub = scene.elsewhere();
        sub.change(account -> account.put("master_id", scene.account()));
        Doc meeting = busy(scene);
        scene.ask("switchUserAccount", "me", meeting.text("host_id"))
                .body("{\"account_id\": \"%s\"}".formatted(sub.account()))
                .announcing(Stream.concat(Stream.of("user.disassociated"), END.stream())
                        .toArray(String[]::new))
                .expect(204);
        isOver(scene, meeting);
        scene.ask("meeting", meeting.id()).refused("meeting-missing");
        assertThat(sub.events().getLast().name()).isEqualTo("user.created");
    }

    @Test
    void letsAllPeopleLeaveTheMeetingOfADeletedHost(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"feature\": {\"meeting_capacity\": 1000}}");
        Doc meeting = Plans.meeting(scene, host, "{}");
        scene.control("controlMeetingScript", meeting.id())
                .yaml("people: {crowd: {count: 600, join: 00:00}}")
                .announcingAny()
                .expect(200);

        scene.ask("userDelete", host.id())
                .query("action", "delete")
                .announcing(Stream.concat(Collections.nCopies(500, LEFT).stream(), Stream.of("user.deleted"))
                        .toArray(String[]::new))
                .expect(204);
        scene.advance(Duration.ofMinutes(1));

        isOver(scene, meeting);
        assertThat(session(scene, meeting).number("inside")).isZero();
        assertThat(scene.events().getLast().name()).isEqualTo("meeting.ended");
    }
}

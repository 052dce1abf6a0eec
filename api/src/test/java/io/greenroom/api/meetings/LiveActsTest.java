package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Table;
import io.greenroom.live.LiveTables;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people do in running meetings: switches, sharing, recording, streaming, polls; and what is kept of it. */
@GreenroomTest
class LiveActsTest {
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";
    private static final String SHARED = "meeting.sharing_started";
    private static final String STREAM =
            """
            {"stream_url": "rtmp://live.example.org/in", "stream_key": "k", "page_url": "https://example.org"}""";

    private static final String UNSHARED = "meeting.sharing_ended";

    private static Doc host(Scene scene, String settings) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, settings);
        return host;
    }

    private static String start(Scene scene, Doc meeting, String... events) {
        return scene.control("controlMeetingStart", meeting.id())
                .announcing(events)
                .expect(200)
                .json()
                .text("participant_id");
    }

    private static String join(Scene scene, Doc meeting, String body) {
        return scene.control("controlMeetingJoin", meeting.id())
                .body(body)
                .announcing(JOINED)
                .expect(200)
                .json()
                .text("participant_id");
    }

    private static Reply change(Scene scene, Doc meeting, String person, String body, String... events) {
        return scene.control("controlMeetingParticipantUpdate", meeting.id(), person)
                .body(body)
                .announcing(events)
                .expect(200);
    }

    private static List<Doc> rows(Scene scene, Table table, Doc meeting) {
        return scene.inside(
                unit -> unit.in(table).where("session", meeting.text("uuid")).list());
    }

    private static Doc session(Scene scene, Doc meeting) {
        return scene.inside(unit -> unit.find(LiveTables.SESSIONS, meeting.text("uuid")))
                .orElseThrow();
    }

    @Test
    @Tag("postgres")
    void keepsWhatSwitchesWereSetTo(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        start(scene, meeting, "meeting.started", JOINED);
        String ada = join(scene, meeting, "{\"name\": \"Ada\", \"muted\": true, \"quality\": \"wifi\"}");

        change(scene, meeting, ada, "{\"muted\": false, \"hand\": true, \"quality\": \"bad\"}");
        scene.advance(Duration.ofMinutes(2));
        Doc changed = change(scene, meeting, ada, "{\"muted\": true, \"hand\": false, \"name\": \"Ada L\"}")
                .json();
        change(scene, meeting, ada, "{\"breakout_room\": \"Red\"}");
        change(scene, meeting, ada, "{\"breakout_room\": \"\"}");

        assertThatJson(Json.write(changed))
                .isEqualTo(
                        """
                {"participant_id": "%s", "id": "", "name": "Ada L", "email": "", "role": "participant",
                 "state": "in_meeting", "join_time": "2021-08-02T10:00:00Z", "device": "Windows", "muted": true,
                 "camera_on": false, "hand": false, "quality": "bad"}"""
                                .formatted(ada));
        assertThat(rows(scene, LiveTables.SPANS, meeting))
                .extracting(span -> span.text("kind") + " " + span.text("value") + " " + span.text("end_time"))
                .containsExactly(
                        "quality wifi 2021-08-02T10:00:00Z",
                        "audio on 2021-08-02T10:02:00Z",
                        "room Red 2021-08-02T10:02:00Z");
        assertThat(rows(scene, LiveTables.ACTS, meeting))
                .extracting(act -> act.text("kind") + " " + act.text("value"))
                .containsExactly("hand_up ", "rename Ada L", "hand_down ");
    }

    @Test
    void sharesOneScreenAtATime(Scene scene) {
        Doc host = host(
                scene,
                "{\"in_meeting\": {\"who_can_share_screen\": \"all\","
                        + " \"who_can_share_screen_when_someone_is_sharing\": \"all\"}}");
        Doc meeting = Plans.meeting(scene, host, "{}");
        start(scene, meeting, "meeting.started", JOINED);
        String ada = join(scene, meeting, "{\"name\": \"Ada\"}");
        String bob = join(scene, meeting, "{\"name\": \"Bob\"}");

        Reply share = change(scene, meeting, ada, "{\"sharing\": {\"content\": \"desktop\"}}", SHARED);
        scene.advance(Duration.ofMinutes(3));
        change(scene, meeting, bob, "{\"sharing\": {\"content\": \"whiteboard\"}}", UNSHARED, SHARED);

        assertThatJson(Json.write(share.event(SHARED).object().doc("participant")))
                .isEqualTo(
                        """
                {"id": "", "user_id": "%s", "user_name": "Ada", "sharing_details":
                 {"link_source": "in_meeting", "file_link": "", "source": "",
                  "date_time": "2021-08-02T10:00:00Z", "content": "desktop"}}"""
                                .formatted(ada));
        assertThat(session(scene, meeting).text("sharer")).isEqualTo(bob);
        scene.control("controlMeetingLeave", meeting.id(), bob)
                .announcing(UNSHARED, LEFT)
                .expect(204);
        change(scene, meeting, ada, "{\"sharing\": {\"content\": \"application\"}}", SHARED);
        scene.control("controlMeetingEnd", meeting.id())
                .announcing(UNSHARED, LEFT, LEFT, "meeting.ended")
                .expect(204);
        assertThat(rows(scene, LiveTables.SPANS, meeting))
                .extracting(span -> span.text("user_id") + " " + span.text("value"))
                .containsExactly(ada + " desktop", bob + " whiteboard", ada + " application");
        assertThat(session(scene, meeting).flag("has_screen_share")).isTrue();
    }

    @Test
    void refusesToShareWhatTheSettingsForbid(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        String host = start(scene, meeting, "meeting.started", JOINED);
        String ada = join(scene, meeting, "{\"name\": \"Ada\"}");

        scene.control("controlMeetingParticipantUpdate", meeting.id(), ada)
                .body("{\"sharing\": {\"content\": \"desktop\"}, \"hand\": true}")
                .refused("control-live-refused", "reason", "not_allowed");
        change(scene, meeting, host, "{\"sharing\": {\"content\": \"desktop\"}}", SHARED);
        change(scene, meeting, host, "{\"sharing\": {\"content\": \"none\"}}", UNSHARED);

        assertThat(rows(scene, LiveTables.ACTS, meeting)).isEmpty();
    }

    @Test
    void keepsTheClientOfAPerson(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        start(scene, meeting, "meeting.started", JOINED);
        String room = join(
                scene,
                meeting,
                """
                {"name": "Room 1", "device": "H.323/SIP", "ip": "192.0.2.7", "location": "Tel Aviv (IL)",
                 "network_type": "PPP", "customer_key": "k1", "camera_on": true}""");
        String phone = join(
                scene,
                meeting,
                """
                {"device": "Phone", "phone": {"number": "+14155550100", "type": "toll-free", "country": "US"}}""");

        Doc stay = rows(scene, LiveTables.PARTICIPATIONS, meeting).get(1);
        assertThat(stay.text("user_id")).isEqualTo(room);
        assertThat(List.of(
                        stay.text("ip_address"),
                        stay.text("network_type"),
                        stay.text("connection_type"),
                        stay.text("version"),
                        stay.text("customer_key")))
                .containsExactly("192.0.2.7", "PPP", "UDP", "5.7.4.898", "k1");
        Doc session = session(scene, meeting);
        assertThat(List.of(session.flag("has_sip"), session.flag("has_pstn"), session.flag("has_video")))
                .containsOnly(true);
        scene.control("controlMeetingParticipantUpdate", meeting.id(), phone)
                .body("{\"camera_on\": true}")
                .refused("control-live-refused", "reason", "not_allowed");
        scene.control("controlMeetingJoin", meeting.id())
                .body("{\"device\": \"Toaster\"}")
                .expect(400);
    }

    @Test
    void recognizesAPersonThatComesBack(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        start(scene, meeting, "meeting.started", JOINED);
        String ada = join(scene, meeting, "{\"name\": \"Ada\"}");
        scene.control("controlMeetingLeave", meeting.id(), ada).announcing(LEFT).expect(204);

        join(scene, meeting, "{\"rejoin_of\": \"%s\"}".formatted(ada));

        assertThat(session(scene, meeting).number("persons")).isEqualTo(2);
        assertThat(rows(scene, LiveTables.PARTICIPATIONS, meeting).getLast().text("name"))
                .isEqualTo("Ada");
    }

    private static void record(Scene scene, Doc meeting, String action, String... events) {
        scene.ask("inMeetingRecordingControl", meeting.id())
                .body("{\"method\": \"recording.%s\"}".formatted(action))
                .announcing(events)
                .expect(202);
    }

    @Test
    void recordsInTheCloudWithAGapForEachPause(Scene scene) {
        Doc host = host(scene, "{\"recording\": {\"cloud_recording\": true}}");
        Doc meeting = Plans.meeting(scene, host, "{\"topic\": \"Planning\"}");
        scene.ask("inMeetingRecordingControl", meeting.id())
                .body("{\"method\": \"recording.start\"}")
                .refused("meeting-not-live");
        start(scene, meeting, "meeting.started", JOINED);

        record(scene, meeting, "start", "recording.started");
        record(scene, meeting, "start");
        scene.advance(Duration.ofMinutes(1));
        record(scene, meeting, "pause", "recording.paused");
        scene.advance(Duration.ofMinutes(1));
        record(scene, meeting, "resume", "recording.resumed");
        scene.advance(Duration.ofSeconds(90));
        Reply stop = scene.ask("inMeetingRecordingControl", meeting.id())
                .body("{\"method\": \"recording.stop\"}")
                .announcing("recording.stopped")
                .expect(202);
        record(scene, meeting, "stop");
        record(scene, meeting, "start", "recording.started");
        scene.control("controlMeetingEnd", meeting.id())
                .announcing("recording.stopped", LEFT, "meeting.ended")
                .expect(204);

        assertThatJson(Json.write(stop.event("recording.stopped").object()))
                .isEqualTo(
                        """
                {"uuid": "%s", "id": %s, "host_id": "%s", "topic": "Planning", "type": 2,
                 "start_time": "2021-08-02T10:00:00Z", "timezone": "%s", "duration": 3, "recording_file":
                 {"recording_start": "2021-08-02T10:00:00Z", "recording_end": "2021-08-02T10:03:30Z"}}"""
                                .formatted(meeting.text("uuid"), meeting.id(), host.id(), meeting.text("timezone")));
        List<Doc> segments = rows(scene, LiveTables.SEGMENTS, meeting);
        assertThat(segments).hasSize(2);
        assertThat(segments.getFirst().docs("gaps"))
                .extracting(gap -> gap.text("start_time") + " " + gap.text("end_time"))
                .containsExactly("2021-08-02T10:01:00Z 2021-08-02T10:02:00Z");
    }

    @Test
    void recordsAutomatically(Scene scene) {
        Doc host = host(scene, "{\"recording\": {\"cloud_recording\": true}}");
        Doc meeting = Plans.meeting(scene, host, "{\"settings\": {\"auto_recording\": \"cloud\"}}");

        start(scene, meeting, "meeting.started", JOINED, "recording.started");

        assertThat(scene.control("controlMeetingLive", meeting.id())
                        .expect(200)
                        .json()
                        .text("recording"))
                .isEqualTo("recording");
    }

    @Test
    void refusesToRecordWithoutTheSetting(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        start(scene, meeting, "meeting.started", JOINED);

        scene.ask("inMeetingRecordingControl", meeting.id())
                .body("{\"method\": \"recording.start\"}")
                .refused("meeting-control-denied");
    }

    @Test
    void streamsAMeeting(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        String start = "{\"action\": \"start\", \"settings\": {\"display_name\": \"News\"}}";
        scene.ask("meetingLiveStreamStatusUpdate", meeting.id()).body(start).refused("meeting-not-live");
        start(scene, meeting, "meeting.started", JOINED);
        scene.ask("meetingLiveStreamStatusUpdate", meeting.id()).body(start).refused("meeting-stream-unset");
        scene.ask("meetingLiveStreamUpdate", meeting.id()).body(STREAM).expect(204);

        Reply started = stream(scene, meeting, start, "meeting.live_streaming_started");
        scene.ask("meetingLiveStreamStatusUpdate", meeting.id()).body(start).refused("meeting-stream-too-often");
        stream(scene, meeting, "{\"action\": \"stop\"}", "meeting.live_streaming_stopped");
        stream(scene, meeting, "{\"action\": \"stop\"}");
        scene.advance(Duration.ofSeconds(30));
        stream(scene, meeting, start, "meeting.live_streaming_started");
        scene.control("controlMeetingEnd", meeting.id())
                .announcing("meeting.live_streaming_stopped", LEFT, "meeting.ended")
                .expect(204);

        Doc streaming = started.event("meeting.live_streaming_started").object().doc("live_streaming");
        assertThat(streaming.text("service") + " " + streaming.text("date_time"))
                .isEqualTo("Custom_Live_Streaming_Service 2021-08-02T10:00:00Z");
        assertThatJson(Json.write(streaming.doc("custom_live_streaming_settings")))
                .isEqualTo(STREAM);
    }

    private static Reply stream(Scene scene, Doc meeting, String body, String... events) {
        return scene.ask("meetingLiveStreamStatusUpdate", meeting.id())
                .body(body)
                .announcing(events)
                .expect(204);
    }

    @Test
    void deletesSessionsAfterFifteenMonths(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        start(scene, meeting, "meeting.started", JOINED);
        scene.control("controlMeetingEnd", meeting.id())
                .announcing(LEFT, "meeting.ended")
                .expect(204);

        scene.advance(Duration.ofDays(455));
        assertThat(rows(scene, LiveTables.PARTICIPATIONS, meeting)).hasSize(1);
        scene.advance(Duration.ofDays(3));

        assertThat(rows(scene, LiveTables.PARTICIPATIONS, meeting)).isEmpty();
        boolean kept = scene.inside(
                unit -> unit.find(LiveTables.SESSIONS, meeting.text("uuid")).isPresent());
        assertThat(kept).isFalse();
    }
}

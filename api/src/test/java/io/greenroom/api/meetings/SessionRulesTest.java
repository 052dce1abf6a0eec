package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Table;
import io.greenroom.live.LiveTables;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Countries, telephones, locks, alerts, ratings and recordings of running meetings. */
@GreenroomTest
class SessionRulesTest {
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";

    private static List<Doc> rows(Scene scene, Table table, Doc meeting) {
        return scene.inside(
                unit -> unit.in(table).where("session", meeting.text("uuid")).list());
    }

    private static Doc recording(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"recording\": {\"cloud_recording\": true, \"local_recording\": true}}");
        return Plans.meeting(scene, host, "{\"topic\": \"Planning\"}");
    }

    private static void start(Scene scene, Doc meeting) {
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED)
                .expect(200);
    }

    private static void act(Scene scene, Doc meeting, String step, String... events) {
        scene.control("controlMeetingActions", meeting.id())
                .yaml(step)
                .announcing(events)
                .expect(200);
    }

    private static String joining(Scene scene, Doc meeting, String country) {
        Doc outcome = scene.control("controlMeetingJoin", meeting.id())
                .body("{\"country\": \"%s\"}".formatted(country))
                .announcingAny()
                .expect(200)
                .json();
        return outcome.text("outcome") + " " + outcome.text("reason", "");
    }

    @Test
    void refusesPeopleFromDeniedCountries(Scene scene) {
        Doc meeting = Plans.meeting(
                scene,
                scene.user("host@example.org"),
                """
                {"settings": {"approved_or_denied_countries_or_regions":
                 {"enable": true, "method": "deny", "denied_list": ["CX"]}}}""");
        start(scene, meeting);

        assertThat(joining(scene, meeting, "CX")).isEqualTo("refused country_blocked");
        assertThat(joining(scene, meeting, "cx")).isEqualTo("refused country_blocked");
        assertThat(joining(scene, meeting, "DE")).isEqualTo("admitted ");
        scene.control("controlMeetingJoin", meeting.id()).announcing(JOINED).expect(200);
    }

    @Test
    void admitsPeopleFromApprovedCountriesOnly(Scene scene) {
        Doc meeting = Plans.meeting(
                scene,
                scene.user("host@example.org"),
                """
                {"settings": {"approved_or_denied_countries_or_regions":
                 {"enable": true, "method": "approve", "approved_list": ["DE"]}}}""");
        start(scene, meeting);

        assertThat(joining(scene, meeting, "CX")).isEqualTo("refused country_blocked");
        assertThat(joining(scene, meeting, "DE")).isEqualTo("admitted ");
    }

    @Test
    void callsTheFirstDialInNumber(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        scene.inside(unit -> {
            Doc stored =
                    unit.find(Kind.MEETING.table(), meeting.id()).orElseThrow().copy();
            Doc settings = stored.doc("settings").copy();
            Doc number = new Doc(settings.schema()
                            .property("global_dial_in_numbers")
                            .orElseThrow()
                            .schema()
                            .items())
                    .put("number", "+49 69 1234")
                    .put("country", "DE")
                    .put("type", "toll");
            return unit.update(
                    Kind.MEETING.table(),
                    stored.put("settings", settings.put("global_dial_in_numbers", List.of(number))));
        });
        start(scene, meeting);
        scene.control("controlMeetingJoin", meeting.id())
                .body("{\"device\": \"Phone\"}")
                .announcing(JOINED)
                .expect(200);

        Doc phone = rows(scene, LiveTables.PARTICIPATIONS, meeting).getLast().doc("phone");
        assertThatJson(Json.write(phone))
                .isEqualTo(
                        """
                        {"from": "+49 69 1234", "type": "global toll-number", "country": "DE"}""");
    }

    @Test
    void recordsOnAComputerWithoutEvents(Scene scene) {
        Doc meeting = recording(scene);
        start(scene, meeting);

        act(scene, meeting, "{record: local}");
        scene.advance(Duration.ofMinutes(2));
        act(scene, meeting, "{record: cloud, expect: refused done_already}");
        act(scene, meeting, "{record: stop}");

        assertThat(rows(scene, LiveTables.SEGMENTS, meeting))
                .extracting(one -> one.text("kind") + " " + one.text("start_time") + " " + one.text("end_time"))
                .containsExactly("local 2021-08-02T10:00:00Z 2021-08-02T10:02:00Z");
        assertThat(rows(scene, LiveTables.PARTICIPATIONS, meeting).getFirst().flag("recorded"))
                .isTrue();
    }

    private static Reply record(Scene scene, Doc meeting, String action, String event) {
        return scene.ask("inMeetingRecordingControl", meeting.id())
                .body("{\"method\": \"recording.%s\"}".formatted(action))
                .announcing(event)
                .expect(202);
    }

    @Test
    void announcesWhatIsRecorded(Scene scene) {
        Doc meeting = recording(scene);
        start(scene, meeting);

        Reply started = record(scene, meeting, "start", "recording.started");
        scene.advance(Duration.ofMinutes(1));
        Reply paused = record(scene, meeting, "pause", "recording.paused");
        scene.advance(Duration.ofMinutes(1));
        Reply resumed = record(scene, meeting, "resume", "recording.resumed");

        String expected =
                """
                {"uuid": "%s", "id": %s, "host_id": "%s", "topic": "Planning", "type": 2,
                 "start_time": "2021-08-02T10:00:00Z", "timezone": "%s", "duration": 0, "recording_file":
                 {"recording_start": "2021-08-02T10:00:00Z", "recording_end": ""}}"""
                        .formatted(
                                meeting.text("uuid"), meeting.id(), meeting.text("host_id"), meeting.text("timezone"));
        assertThatJson(Json.write(started.event("recording.started").object())).isEqualTo(expected);
        assertThatJson(Json.write(paused.event("recording.paused").object())).isEqualTo(expected);
        assertThatJson(Json.write(resumed.event("recording.resumed").object())).isEqualTo(expected);
    }

    @Test
    void locksOnce(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        start(scene, meeting);

        act(scene, meeting, "{lock: true}");
        act(scene, meeting, "{lock: true, expect: refused done_already}");
        act(scene, meeting, "{join: Eve, expect: refused locked}");
        act(scene, meeting, "{unlock: true}");
        act(scene, meeting, "{join: Eve}", JOINED);

        assertThat(rows(scene, LiveTables.ACTS, meeting))
                .extracting(one -> one.text("kind"))
                .containsExactly("lock", "unlock");
    }

    @Test
    void announcesQualityProblems(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        start(scene, meeting);

        Reply reply = scene.control("controlMeetingActions", meeting.id())
                .yaml("{alert: Unstable audio}")
                .announcing("meeting.alert")
                .expect(200);

        assertThat(reply.event("meeting.alert").object().text("issues")).isEqualTo("Unstable audio");
        assertThat(rows(scene, LiveTables.ACTS, meeting))
                .extracting(one -> one.text("kind") + " " + one.text("value"))
                .containsExactly("alert Unstable audio");
    }

    @Test
    void keepsTheLastRatingOfAPerson(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        start(scene, meeting);
        act(scene, meeting, "{join: [Ada, Bob]}", JOINED, JOINED);

        act(scene, meeting, "{feedback: {Ada: good, Bob: {bad: [Poor audio, Lost the connection]}}}");
        act(scene, meeting, "{leave: Ada}", LEFT);
        act(scene, meeting, "{feedback: {Bob: good}}");
        scene.control("controlMeetingActions", meeting.id())
                .yaml("{feedback: {Bob: {bad: [Bad coffee]}}}")
                .refused("control-script-invalid");

        assertThat(rows(scene, LiveTables.SATISFACTIONS, meeting))
                .extracting(one -> one.text("name") + " " + one.text("quality") + " " + one.texts("complaints"))
                .containsExactlyInAnyOrder("Ada GOOD []", "Bob GOOD []");
    }
}

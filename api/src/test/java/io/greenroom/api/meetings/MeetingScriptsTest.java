package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scripts of meetings: past and present sessions, what they announce and what the past operations answer. */
@GreenroomTest
class MeetingScriptsTest {
    private static final String STARTED = "meeting.started";
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";
    private static final String ENDED = "meeting.ended";
    private static final String WAITING = "meeting.participant_joined_waiting_room";
    private static final String ADMITTED = "meeting.participant_admitted";
    private static final String LEFT_WAITING = "meeting.participant_left_waiting_room";

    private static Doc meeting(Scene scene) {
        return Plans.meeting(
                scene,
                scene.user("host@example.org"),
                "{\"topic\": \"Review\", \"start_time\": \"2021-08-02T10:00:00Z\"}");
    }

    private static Ask script(Scene scene, Doc meeting, String yaml) {
        return scene.control("controlMeetingScript", meeting.id()).yaml(yaml);
    }

    private static String[] events(List<String> first, int pairs, String... last) {
        return Stream.of(first, Collections.nCopies(pairs, JOINED), Collections.nCopies(pairs, LEFT), List.of(last))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static Instant now(Scene scene) {
        return scene.installation().scope().clock().now(scene.account());
    }

    private static Doc past(Scene scene, Doc meeting) {
        return scene.ask("pastMeetingDetails", meeting.id()).expect(200).json();
    }

    private static Reply yesterday(Scene scene, Doc meeting) {
        return script(
                        scene,
                        meeting,
                        """
                        starts: yesterday 10:00
                        ends: 00:45
                        people:
                          Ada: {join: 00:01, leave: 00:30, email: ada@example.com, device: Mac}
                          Bob: {join: 00:02}
                        """)
                .announcing(STARTED, JOINED, JOINED, JOINED, LEFT, LEFT, LEFT, ENDED)
                .expect(200);
    }

    @Test
    @Tag("postgres")
    void writesAPastSessionWithoutMovingTheClock(Scene scene) {
        Doc meeting = meeting(scene);
        Instant before = now(scene);
        Reply reply = yesterday(scene, meeting);
        Instant start = reply.json().instant("start_time");

        assertThat(now(scene)).isEqualTo(before);
        assertThat(Duration.between(start, before)).isBetween(Duration.ofHours(1), Duration.ofHours(48));
        assertThat(reply.event(STARTED).object().instant("start_time")).isEqualTo(start);
        assertThat(reply.event(ENDED).envelope().number("event_ts"))
                .isEqualTo(start.plusSeconds(2700).toEpochMilli());
        Doc past = past(scene, meeting);
        assertThat(past.number("duration")).isEqualTo(45);
        assertThat(past.number("total_minutes")).isEqualTo(45 + 29 + 43);
        assertThat(past.number("participants_count")).isEqualTo(3);
        assertThat(scene.ask("meeting", meeting.id()).expect(200).json().text("uuid"))
                .isNotEqualTo(meeting.text("uuid"));
    }

    @Test
    void showsWhatCameOfAScript(Scene scene) {
        Doc meeting = meeting(scene);
        Doc state = yesterday(scene, meeting).json();

        assertThat(state.text("state")).isEqualTo("done");
        assertThat(state.text("session")).isEqualTo("ended");
        assertThat(state.text("uuid")).isEqualTo(meeting.text("uuid"));
        assertThat(state.number("acts")).isEqualTo(5);
        assertThat(state.number("played")).isEqualTo(5);
        assertThat(state.docs("people").stream().map(person -> person.text("name")))
                .containsExactly("host", "Ada", "Bob");
        assertThat(state.instant("end_time"))
                .isEqualTo(state.instant("start_time").plusSeconds(2700));
        assertThat(scene.control("controlMeetingScriptGet", meeting.id())
                        .expect(200)
                        .json())
                .isEqualTo(state);
    }

    @Test
    void playsThirtyPeopleOfWhichThreeAreLateAndOneDropsTwice(Scene scene) {
        Doc meeting = meeting(scene);
        String[] events = Stream.of(
                        List.of(STARTED),
                        Collections.nCopies(28, JOINED),
                        List.of(LEFT, JOINED, JOINED, JOINED, JOINED, LEFT, JOINED),
                        Collections.nCopies(31, LEFT),
                        List.of(ENDED))
                .flatMap(List::stream)
                .toArray(String[]::new);
        script(
                        scene,
                        meeting,
                        """
                        starts: last tuesday 10:00
                        ends: 00:45
                        people:
                          crowd: {count: 26, join: 00:00..00:03, leave: 00:40..00:45}
                          late: {count: 3, join: 00:12..00:15}
                          Grace: {join: 00:01}
                        steps: [{at: 00:10, drop: Grace, for: 1m}, {at: 00:30, drop: Grace, for: 2m}]
                        """)
                .announcing(events)
                .expect(200);

        assertThat(past(scene, meeting).number("duration")).isEqualTo(45);
        assertThat(past(scene, meeting).number("participants_count")).isEqualTo(31);
    }

    @Test
    void movesTheClockThroughTheSteps(Scene scene) {
        Doc meeting = meeting(scene);
        Instant before = now(scene);
        script(
                        scene,
                        meeting,
                        """
                        settings: {waiting_room: true}
                        steps:
                          - {at: 00:01, join: [Ada, Eve], expect: waiting}
                          - {at: 00:02, admit: Ada}
                          - {at: 00:03, remove: Eve}
                          - {at: 00:04, join: Bob, expect: waiting waiting_room}
                        """)
                .announcing(STARTED, JOINED, WAITING, WAITING, ADMITTED, LEFT_WAITING, JOINED, LEFT_WAITING, WAITING)
                .expect(200);

        assertThat(now(scene)).isEqualTo(before.plus(Duration.ofMinutes(4)));
        Doc live = scene.control("controlMeetingLive", meeting.id()).expect(200).json();
        assertThat(live.docs("participants").stream().map(person -> person.text("name") + " " + person.text("state")))
                .containsExactly("Host Test in_meeting", "Ada in_meeting", "Bob waiting_room");
        script(scene, meeting, "steps: []").refused("control-script-live");
        assertThat(scene.ask("meeting", meeting.id())
                        .expect(200)
                        .json()
                        .doc("settings")
                        .flag("waiting_room"))
                .isFalse();
        scene.control("controlMeetingEnd", meeting.id())
                .announcing(LEFT_WAITING, LEFT, LEFT, ENDED)
                .expect(204);
        script(scene, meeting, "steps: [{join: Ada, end: host}]")
                .announcing(STARTED, JOINED, JOINED, LEFT, LEFT, ENDED)
                .expect(200);
    }

    @Test
    void waitsForTheStepsOfARealScript(Scene scene) {
        Doc meeting = meeting(scene);
        Doc state = script(
                        scene,
                        meeting,
                        "speed: real\nsteps: [{at: 00:00, join: Ada}, {at: 00:10, leave: Ada}, {at: 00:20, end: host}]")
                .announcing(STARTED, JOINED, JOINED)
                .expect(200)
                .json();

        assertThat(state.text("state")).isEqualTo("playing");
        assertThat(state.number("played")).isEqualTo(2);
        script(scene, meeting, "steps: []").refused("control-script-live");
        scene.advance(Duration.ofMinutes(10));
        assertThat(scene.control("controlMeetingScriptGet", meeting.id())
                        .expect(200)
                        .json()
                        .number("played"))
                .isEqualTo(3);
        scene.advance(Duration.ofMinutes(30));
        assertThat(past(scene, meeting).number("duration")).isEqualTo(20);
    }

    @Test
    void refusesASecondScriptBesideOneThatWaits(Scene scene) {
        Doc meeting = meeting(scene);
        script(scene, meeting, "speed: real\nsteps: [{at: 00:05, start: host}]").expect(200);

        script(scene, meeting, "steps: []").refused("control-script-playing");
    }

    @Test
    void stopsWhereAnExpectationFails(Scene scene) {
        Doc meeting = meeting(scene);
        script(scene, meeting, "steps:\n- {at: 00:01, join: Ada, expect: waiting}\n- {at: 00:02, join: Bob}")
                .announcing(STARTED, JOINED, JOINED)
                .refused("control-script-failed", "line", "2", "fault", "join Ada was admitted, expected waiting");

        Doc state = scene.control("controlMeetingScriptGet", meeting.id())
                .expect(200)
                .json();
        assertThat(state.text("state")).isEqualTo("failed");
        assertThat(state.number("line")).isEqualTo(2);
        assertThat(state.text("session")).isEqualTo("live");
    }

    @Test
    void endsAPastSessionWhereItFails(Scene scene) {
        Doc meeting = meeting(scene);
        script(
                        scene,
                        meeting,
                        """
                        starts: yesterday 10:00
                        steps:
                          - {at: 00:05, join: Ada}
                          - {at: 00:09, admit: Ada}
                          - {at: 00:10, leave: Ada}
                        """)
                .announcing(events(List.of(STARTED), 2, ENDED))
                .refused("control-script-failed", "line", "4", "fault", "admit Ada was refused not_waiting");

        assertThat(past(scene, meeting).number("duration")).isEqualTo(9);
    }

    @Test
    void endsTheSessionOfABasicHostInItsOwnTime(Scene scene) {
        Doc host = scene.user("host@example.org");
        scene.ask("userUpdate", host.id())
                .body("{\"type\": 1}")
                .announcing("user.updated")
                .expect(204);
        Doc meeting = Plans.meeting(scene, host, "{\"topic\": \"Long\", \"type\": 3, \"recurrence\": {\"type\": 1}}");
        script(scene, meeting, "starts: yesterday 10:00\nends: 00:50\npeople: {count: 2, join: 00:01}")
                .announcing(events(List.of(STARTED), 3, ENDED))
                .expect(200);

        assertThat(past(scene, meeting).number("duration")).isEqualTo(41);
    }

    @Test
    void refusesAPastSessionWhileTheHostHasARunningOne(Scene scene) {
        Doc meeting = meeting(scene);
        Doc other = scene.ask("meetingCreate", meeting.text("host_id"))
                .body("{\"topic\": \"Other\", \"type\": 1}")
                .announcing("meeting.created")
                .expect(201)
                .json();
        scene.control("controlMeetingStart", other.id())
                .announcing(STARTED, JOINED)
                .expect(200);

        script(scene, meeting, "starts: yesterday 10:00").refused("control-script-host-live");
    }

    @Test
    void refusesASessionThatIsNotOver(Scene scene) {
        Doc meeting = meeting(scene);

        Reply reply =
                script(scene, meeting, "starts: 2031-01-01 10:00\nends: 00:10").refused("control-script-invalid");
        assertThat(reply.json().docs("errors").getFirst().text("field")).isEqualTo("line 1, column 9");
        script(scene, meeting, "steps: [{jion: Ada}]")
                .refused(
                        "control-script-invalid",
                        "where",
                        "line 1, column 10",
                        "first",
                        "unknown word jion; the nearest is join");
        scene.control("controlMeetingScriptGet", meeting.id()).refused("control-script-missing");
        scene.control("controlMeetingScript", "81234567890").yaml("steps: []").refused("control-meeting-missing");
    }

    @Test
    void performsSingleSteps(Scene scene) {
        Doc meeting = meeting(scene);
        scene.control("controlMeetingStart", meeting.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        Doc joined = scene.control("controlMeetingActions", meeting.id())
                .body("{\"join\": {\"Ada\": {\"device\": \"Mac\"}}}")
                .announcing(JOINED)
                .expect(200)
                .json();

        assertThat(joined.docs("people").getFirst().text("participant_id")).isEqualTo("16779264");
        scene.control("controlMeetingActions", meeting.id())
                .yaml("{role: {Ada: co_host}, rename: {Ada: Ada L}}")
                .expect(200);
        scene.control("controlMeetingActions", meeting.id())
                .yaml("drop: Ada")
                .refused("control-script-failed", "line", "1", "fault", "drop Ada was refused not_there");
        Doc dropped = scene.control("controlMeetingActions", meeting.id())
                .yaml("{drop: Ada L, for: 2m}")
                .announcing(LEFT)
                .expect(200)
                .json();
        assertThat(dropped.text("state")).isEqualTo("playing");
        scene.advance(Duration.ofMinutes(2));
        assertThat(scene.control("controlMeetingLive", meeting.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .hasSize(2);
        scene.control("controlMeetingActions", meeting.id()).yaml("jion: Ada").refused("control-script-invalid");
        scene.control("controlMeetingActions", meeting.id()).yaml("for: 2m").refused("control-script-invalid");
    }
}

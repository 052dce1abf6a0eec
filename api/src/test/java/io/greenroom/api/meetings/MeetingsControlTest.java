package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions of meetings: starting, joining, waiting, leaving, ending, and what the past operations answer. */
@GreenroomTest
class MeetingsControlTest {
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";

    static Doc meeting(Scene scene, String settings) {
        return Plans.meeting(
                scene,
                scene.user("host@example.org"),
                "{\"topic\": \"Planning\", \"start_time\": \"2021-08-02T10:00:00Z\", \"settings\": %s}"
                        .formatted(settings));
    }

    static Reply join(Scene scene, Doc meeting, String body, String... events) {
        return scene.control("controlMeetingJoin", meeting.id())
                .body(body)
                .announcing(events)
                .expect(200);
    }

    static String started(Scene scene, Doc meeting) {
        return scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED)
                .expect(200)
                .json()
                .text("participant_id");
    }

    @Test
    @Tag("postgres")
    void holdsAMeetingFromStartToEnd(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        Doc ada = scene.user("ada@example.org");
        Reply start = scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED)
                .expect(200);
        Doc joined = join(scene, meeting, "{\"user_id\": \"ada@example.org\"}", JOINED)
                .json();
        scene.advance(Duration.ofMinutes(10));
        join(scene, meeting, "{\"name\": \"Bob\", \"email\": \"bob@example.com\"}", JOINED);
        scene.advance(Duration.ofSeconds(90));

        assertThat(scene.ask("meeting", meeting.id()).expect(200).json().text("status"))
                .isEqualTo("started");
        assertThat(scene.ask("meetings", meeting.text("host_id"))
                        .query("type", "live")
                        .expect(200)
                        .json()
                        .number("total_records"))
                .isEqualTo(1);
        scene.ask("pastMeetingDetails", meeting.id()).refused("meeting-not-ended");
        Reply end = scene.control("controlMeetingEnd", meeting.id())
                .announcing(LEFT, LEFT, LEFT, "meeting.ended")
                .expect(204);

        assertThat(start.event("meeting.started").object().text("uuid")).isEqualTo(meeting.text("uuid"));
        assertThat(end.event("meeting.ended").object().text("end_time")).isEqualTo("2021-08-02T10:11:30Z");
        assertThat(joined.text("participant_id")).isEqualTo("16779264");
        assertThatJson(scene.ask("pastMeetingDetails", meeting.id()).expect(200).text())
                .isEqualTo(
                        """
                {"uuid": "%s", "id": %s, "host_id": "%s", "type": 2, "topic": "Planning",
                 "user_name": "${json-unit.any-string}", "user_email": "host@example.org",
                 "start_time": "2021-08-02T10:00:00Z", "end_time": "2021-08-02T10:11:30Z", "duration": 12,
                 "total_minutes": 25, "participants_count": 3}"""
                                .formatted(meeting.text("uuid"), meeting.id(), meeting.text("host_id")));
        assertParticipants(scene, meeting, ada);
        assertThat(scene.ask("meeting", meeting.id()).expect(200).json().text("uuid"))
                .isNotEqualTo(meeting.text("uuid"));
    }

    private static void assertParticipants(Scene scene, Doc meeting, Doc ada) {
        assertThat(scene.ask("pastMeetingParticipants", meeting.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .extracting(person -> List.of(person.text("id"), person.text("user_email")))
                .containsExactly(
                        List.of(meeting.text("host_id"), "host@example.org"),
                        List.of(ada.id(), "ada@example.org"),
                        List.of("", ""));
    }

    @Test
    void announcesTheStartOfAMeeting(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        Reply start = scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED)
                .expect(200);

        assertThatJson(Json.write(start.event("meeting.started").object()))
                .isEqualTo(
                        """
                {"duration": 60, "start_time": "2021-08-02T10:00:00Z", "timezone": "%s", "topic": "Planning",
                 "id": "%s", "type": 2, "uuid": "%s", "host_id": "%s"}"""
                                .formatted(
                                        meeting.text("timezone"),
                                        meeting.id(),
                                        meeting.text("uuid"),
                                        meeting.text("host_id")));
    }

    @Test
    void namesPastInstancesByUuidInEachEncoding(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        for (int i = 0; i < 2; i++) {
            started(scene, meeting);
            scene.advance(Duration.ofMinutes(5));
            scene.control("controlMeetingEnd", meeting.id())
                    .announcing(LEFT, "meeting.ended")
                    .expect(204);
        }

        List<Doc> instances =
                scene.ask("pastMeetings", meeting.id()).expect(200).json().docs("meetings");
        assertThat(instances).hasSize(2);
        assertThat(instances.getFirst().text("uuid")).isEqualTo(meeting.text("uuid"));
        String once = URLEncoder.encode(meeting.text("uuid"), StandardCharsets.UTF_8);
        String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);
        for (String encoded : List.of(once, twice)) {
            assertThat(scene.send("GET", "/past_meetings/" + encoded)
                            .expect(200)
                            .json()
                            .text("uuid"))
                    .isEqualTo(meeting.text("uuid"));
        }
        assertThat(scene.ask("pastMeetingDetails", meeting.id())
                        .expect(200)
                        .json()
                        .text("uuid"))
                .isEqualTo(instances.getLast().text("uuid"));
    }

    @Test
    void letsPeopleWaitForTheHost(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        Doc waiting = join(scene, meeting, "{\"name\": \"Ada\"}", "meeting.participant_jbh_waiting")
                .json();

        assertThat(waiting.text("reason")).isEqualTo("waiting_for_host");
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED, JOINED)
                .expect(200);
        assertThat(live(scene, meeting)).extracting(one -> one.text("state")).containsOnly("in_meeting");
    }

    static List<Doc> live(Scene scene, Doc meeting) {
        return scene.control("controlMeetingLive", meeting.id())
                .expect(200)
                .json()
                .docs("participants");
    }

    @Test
    void letsPeopleJoinBeforeTheHost(Scene scene) {
        Doc meeting = meeting(scene, "{\"join_before_host\": true}");

        Doc outcome = join(scene, meeting, "{}", "meeting.started", "meeting.participant_jbh_joined", JOINED)
                .json();

        assertThat(outcome.text("outcome")).isEqualTo("admitted");
        scene.control("controlMeetingLeave", meeting.id(), outcome.text("participant_id"))
                .announcing(LEFT, "meeting.ended")
                .expect(204);
    }

    @Test
    void refusesPeopleThatComeTooEarly(Scene scene) {
        Doc meeting = Plans.meeting(
                scene,
                scene.user("host@example.org"),
                """
                {"start_time": "2021-08-02T11:00:00Z", "settings": {"join_before_host": true, "jbh_time": 10}}""");

        assertThat(join(scene, meeting, "{}").json().text("reason")).isEqualTo("too_early");
        scene.advance(Duration.ofMinutes(50));
        join(scene, meeting, "{}", "meeting.started", "meeting.participant_jbh_joined", JOINED);
    }

    @Test
    void admitsFromTheWaitingRoom(Scene scene) {
        Doc meeting = meeting(scene, "{\"waiting_room\": true}");
        started(scene, meeting);
        String ada = join(scene, meeting, "{\"name\": \"Ada\"}", "meeting.participant_joined_waiting_room")
                .json()
                .text("participant_id");

        scene.control("controlMeetingParticipantUpdate", meeting.id(), ada)
                .body("{\"waiting\": false}")
                .announcing("meeting.participant_admitted", "meeting.participant_left_waiting_room", JOINED)
                .expect(200);
        Doc held = scene.control("controlMeetingParticipantUpdate", meeting.id(), ada)
                .body("{\"waiting\": true}")
                .announcing("meeting.participant_put_in_waiting_room", LEFT)
                .expect(200)
                .json();

        assertThat(held.text("state")).isEqualTo("waiting_room");
        assertThat(held.text("participant_id")).isNotEqualTo(ada);
        scene.control("controlMeetingLeave", meeting.id(), held.text("participant_id"))
                .announcing("meeting.participant_left_waiting_room")
                .expect(204);
        scene.control("controlMeetingLeave", meeting.id(), held.text("participant_id"))
                .refused("control-participant-missing");
    }

    @Test
    void keepsARemovedPersonOut(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        started(scene, meeting);
        String eve = join(scene, meeting, "{\"email\": \"eve@example.com\"}", JOINED)
                .json()
                .text("participant_id");

        scene.control("controlMeetingLeave", meeting.id(), eve)
                .query("reason", "removed")
                .announcing(LEFT)
                .expect(204);

        assertThat(join(scene, meeting, "{\"email\": \"EVE@example.com\"}")
                        .json()
                        .text("reason"))
                .isEqualTo("removed");
    }

    @Test
    void checksPasscodeAndSignIn(Scene scene) {
        Doc meeting = meeting(scene, "{\"meeting_authentication\": true}");
        scene.user("ada@example.org");
        started(scene, meeting);

        assertThat(join(scene, meeting, "{\"passcode\": \"wrong\"}").json().text("reason"))
                .isEqualTo("wrong_passcode");
        assertThat(join(scene, meeting, "{}").json().text("reason")).isEqualTo("sign_in_required");
        join(scene, meeting, "{\"user_id\": \"ada@example.org\"}", JOINED);
    }

    @Test
    void isFullAtTheHostsCapacity(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"feature\": {\"meeting_capacity\": 2}}");
        Doc meeting = Plans.meeting(scene, host, "{}");
        started(scene, meeting);
        join(scene, meeting, "{}", JOINED);

        assertThat(join(scene, meeting, "{}").json().text("reason")).isEqualTo("full");
    }

    @Test
    void countsAPersonThatComesBackOnce(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        started(scene, meeting);
        for (int i = 0; i < 2; i++) {
            String ada = join(scene, meeting, "{\"email\": \"ada@example.com\"}", JOINED)
                    .json()
                    .text("participant_id");
            scene.advance(Duration.ofMinutes(1));
            scene.control("controlMeetingLeave", meeting.id(), ada)
                    .announcing(LEFT)
                    .expect(204);
        }
        scene.control("controlMeetingEnd", meeting.id())
                .announcing(LEFT, "meeting.ended")
                .expect(204);

        Doc past = scene.ask("pastMeetingDetails", meeting.id()).expect(200).json();
        assertThat(past.number("participants_count")).isEqualTo(2);
        assertThat(past.number("total_minutes")).isEqualTo(4);
    }

    @Test
    void endsWhenTheHostLeavesGuestsBehind(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        String host = started(scene, meeting);
        join(scene, meeting, "{}", JOINED);

        scene.control("controlMeetingLeave", meeting.id(), host)
                .announcing(LEFT, LEFT, "meeting.ended")
                .expect(204);

        scene.control("controlMeetingLive", meeting.id()).refused("control-meeting-not-live");
        scene.control("controlMeetingEnd", meeting.id()).refused("control-meeting-not-live");
    }

    @Test
    void passesTheHostsRoleToAUser(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        scene.user("ada@example.org");
        String host = started(scene, meeting);
        join(scene, meeting, "{\"user_id\": \"ada@example.org\"}", JOINED);

        scene.control("controlMeetingLeave", meeting.id(), host)
                .announcing(LEFT)
                .expect(204);

        assertThat(live(scene, meeting)).extracting(one -> one.text("role")).containsExactly("host");
    }

    @Test
    void endsTheHostsOtherSession(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc first = Plans.meeting(scene, host, "{}");
        Doc second = Plans.meeting(scene, host, "{}");
        started(scene, first);

        scene.control("controlMeetingStart", second.id())
                .announcing(LEFT, "meeting.ended", "meeting.started", JOINED)
                .expect(200);

        assertThat(scene.ask("meeting", first.id()).expect(200).json().text("status"))
                .isEqualTo("waiting");
    }

    @Test
    void endsABasicHostsMeetingAfterFortyMinutes(Scene scene) {
        Doc host = scene.user("host@example.org");
        scene.ask("userUpdate", host.id())
                .body("{\"type\": 1}")
                .announcing("user.updated")
                .expect(204);
        Doc meeting = Plans.meeting(scene, host, "{}");
        started(scene, meeting);
        join(scene, meeting, "{}", JOINED);
        scene.advance(Duration.ofHours(1));
        join(scene, meeting, "{}", JOINED);

        scene.advance(Duration.ofMinutes(39));
        assertThat(live(scene, meeting)).hasSize(3);
        scene.advance(Duration.ofMinutes(1));

        scene.control("controlMeetingLive", meeting.id()).refused("control-meeting-not-live");
        assertThat(scene.events().getLast().name()).isEqualTo("meeting.ended");
    }

    @Test
    void endsARunningMeetingThroughTheApi(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        started(scene, meeting);

        scene.ask("meetingDelete", meeting.id()).refused("meeting-in-progress");
        scene.ask("meetingStatus", meeting.id())
                .body("{\"action\": \"end\"}")
                .announcing(LEFT, "meeting.ended")
                .expect(204);
    }

    @Test
    void refusesMeetingsAndPeopleThatDoNotExist(Scene scene) {
        Doc meeting = meeting(scene, "{}");

        scene.control("controlMeetingJoin", 99_999_999_999L).body("{}").refused("control-meeting-missing");
        scene.control("controlMeetingJoin", meeting.id())
                .body("{\"user_id\": \"none@example.org\"}")
                .refused("control-user-missing");
        scene.control("controlMeetingLeave", meeting.id(), "16778240").refused("control-participant-missing");
    }
}

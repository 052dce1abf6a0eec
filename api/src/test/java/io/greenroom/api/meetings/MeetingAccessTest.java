package io.greenroom.api.meetings;

import static io.greenroom.api.meetings.Plans.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which meetings operations reach, and what they answer for others. */
@GreenroomTest
class MeetingAccessTest {
    private static final Map<String, String> MISSING = Map.ofEntries(
            Map.entry("meeting", "meeting-missing"),
            Map.entry("meetingUpdate", "meeting-missing-on-change"),
            Map.entry("meetingDelete", "meeting-missing-on-delete"),
            Map.entry("meetingStatus", "meeting-missing"),
            Map.entry("meetingInvitation", "meeting-missing"),
            Map.entry("meetingInviteLinksCreate", "meeting-unknown"),
            Map.entry("getLiveStreamDetails", "meeting-missing"),
            Map.entry("meetingLiveStreamUpdate", "meeting-missing"),
            Map.entry("meetingLiveStreamStatusUpdate", "meeting-missing"),
            Map.entry("inMeetingRecordingControl", "meeting-missing"),
            Map.entry("meetingPolls", "meeting-missing"),
            Map.entry("meetingPollCreate", "meeting-not-found"),
            Map.entry("createBatchPolls", "meeting-unknown"));

    private static final Map<String, String> WEBINAR = Map.ofEntries(
            Map.entry("meeting", "meeting-is-webinar"),
            Map.entry("meetingUpdate", "meeting-information-closed"),
            Map.entry("meetingDelete", "meeting-information-closed"),
            Map.entry("meetingStatus", "meeting-closed"),
            Map.entry("meetingInvitation", "meeting-is-webinar"),
            Map.entry("meetingInviteLinksCreate", "meeting-is-webinar"),
            Map.entry("meetingLiveStreamUpdate", "meeting-is-webinar"),
            Map.entry("meetingLiveStreamStatusUpdate", "meeting-is-webinar"),
            Map.entry("meetingPolls", "meeting-is-webinar"),
            Map.entry("meetingPollCreate", "meeting-is-webinar"),
            Map.entry("createBatchPolls", "meeting-information-closed"));

    private static final Map<String, String> ELSEWHERE = Map.of(
            "meeting", "host-elsewhere",
            "meetingUpdate", "host-elsewhere",
            "meetingDelete", "host-foreign",
            "meetingStatus", "host-foreign",
            "getLiveStreamDetails", "host-foreign",
            "meetingLiveStreamStatusUpdate", "host-foreign",
            "meetingLiveStreamUpdate", "host-foreign");

    private static final Map<String, String> INVALID = Map.ofEntries(
            Map.entry("meeting", "meeting-id-invalid"),
            Map.entry("meetingUpdate", "meeting-id-invalid"),
            Map.entry("meetingDelete", "meeting-id-invalid"),
            Map.entry("meetingStatus", "meeting-id-invalid"),
            Map.entry("meetingInvitation", "meeting-id-invalid"),
            Map.entry("meetingInviteLinksCreate", "meeting-id-invalid"),
            Map.entry("getLiveStreamDetails", "meeting-stream-id-invalid"),
            Map.entry("meetingLiveStreamUpdate", "meeting-stream-id-invalid"),
            Map.entry("meetingLiveStreamStatusUpdate", "meeting-stream-id-invalid"),
            Map.entry("inMeetingRecordingControl", "meeting-id-invalid"),
            Map.entry("meetingPolls", "meeting-id-invalid"),
            Map.entry("meetingPollCreate", "meeting-id-invalid"),
            Map.entry("createBatchPolls", "meeting-polls-id-invalid"));

    private static final String BODY =
            "{\"title\": \"Lunch\", \"stream_url\": \"rtmp://x\", \"stream_key\": \"k\", \"page_url\":"
                    + " \"https://x.example\"}";

    private static void refused(Scene scene, Object number, Map<String, String> failures) {
        failures.forEach(
                (operation, failure) -> scene.ask(operation, number).body(BODY).refused(failure));
    }

    @Test
    void answersThatAMeetingIsMissing(Scene scene) {
        refused(scene, 99_999_999_999L, MISSING);
    }

    @Test
    void answersThatANumberIsAWebinars(Scene scene) {
        refused(scene, Plans.webinar(scene), WEBINAR);
    }

    @Test
    void answersThatAMeetingIsAnotherAccounts(Scene scene) {
        refused(scene.elsewhere(), meeting(scene).id(), ELSEWHERE);
    }

    @Test
    void refusesANumberThatIsNone(Scene scene) {
        refused(scene, "nine", INVALID);
        scene.ask("meetingInviteLinksCreate", 12).body("{}").refused("meeting-id-unknown");
        scene.ask("createBatchPolls", 12).body("{}").refused("meeting-id-unknown");
        scene.ask("inMeetingRecordingControl", 12).body("{}").refused("meeting-id-unknown");
    }

    @Test
    void keepsMeetingsFromOtherHosts(Scene scene) {
        Doc meeting = meeting(scene);
        Doc bob = scene.user("bob@example.org");

        scene.askAs(bob.id(), "meeting:read", "meeting", meeting.id()).refused("meeting-missing");
        scene.askAs(bob.id(), "meeting:write", "meetingUpdate", meeting.id())
                .body("{}")
                .refused("meeting-not-host");
        scene.askAs(bob.id(), "meeting:write", "meetingDelete", meeting.id()).refused("meeting-not-host");
        scene.askAs(bob.id(), "meeting:write", "meetingStatus", meeting.id())
                .body("{}")
                .refused("meeting-host-other");
        scene.askAs(bob.id(), "meeting:write", "inMeetingRecordingControl", meeting.id())
                .body("{}")
                .refused("meeting-control-denied");
    }

    @Test
    void refusesToDeleteWhatMustStay(Scene scene) {
        Doc meeting = meeting(scene);
        Doc owner = scene.ask("user", "me").expect(200).json();
        Plans.goLive(scene, meeting);

        scene.ask("meetingDelete", meeting.id()).refused("meeting-in-progress");
        scene.ask("meetingDelete", owner.number("pmi")).refused("meeting-pmi-kept");
    }

    @Test
    void refusesToDeleteAnExpiredMeeting(Scene scene) {
        Doc meeting = meeting(scene);

        scene.advance(Duration.ofDays(31));

        scene.ask("meetingDelete", meeting.id()).refused("meeting-has-ended");
    }

    @Test
    void showsThePersonalMeetingOfEachUser(Scene scene) {
        Doc owner = scene.ask("user", "me").expect(200).json();

        Doc personal = scene.ask("meeting", owner.number("pmi")).expect(200).json();
        scene.ask("meetingUpdate", owner.number("pmi"))
                .body("{\"agenda\": \"Anything\"}")
                .announcing("meeting.updated")
                .expect(204);

        assertThat(personal.number("type")).isEqualTo(4);
        assertThat(personal.text("join_url")).contains("/j/" + owner.number("pmi"));
        Doc changed = scene.ask("meeting", owner.number("pmi")).expect(200).json();
        assertThat(changed.text("agenda")).isEqualTo("Anything");
        assertThat(List.of(changed.text("uuid"), changed.text("password")))
                .containsExactly(personal.text("uuid"), personal.text("password"));
        assertThat(scene.ask("meetings", "me").expect(200).json().number("total_records"))
                .isZero();
    }

    @Test
    void refusesToEndAMeetingOfAnOnPremisesUser(Scene scene) {
        Doc host = scene.user("host@example.org");
        scene.ask("userUpdate", host.id())
                .body("{\"type\": 3}")
                .announcing("user.updated")
                .expect(204);
        Doc meeting = meeting(scene, host, "{}");

        scene.ask("meetingStatus", meeting.id()).body("{\"action\": \"end\"}").refused("meeting-on-premise");
    }

    @Test
    void leavesAMeetingThatIsNotLiveAsItIsWhenItIsEnded(Scene scene) {
        Doc meeting = meeting(scene);

        scene.ask("meetingStatus", meeting.id()).body("{\"action\": \"end\"}").expect(204);

        assertThat(scene.ask("meeting", meeting.id()).expect(200).json().text("status"))
                .isEqualTo("waiting");
    }

    @Test
    void letsOnlyTheHostRecoverAMeeting(Scene scene) {
        Doc meeting = meeting(scene);
        Doc bob = scene.user("bob@example.org");
        scene.ask("meetingDelete", meeting.id()).announcing("meeting.deleted").expect(204);

        scene.askAs(bob.id(), "meeting:write", "meetingStatus", meeting.id())
                .body("{\"action\": \"recover\"}")
                .refused("meeting-host-other");
    }

    @Test
    void givesANumbersNextUserAnEmptyRoom(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc bob = scene.user("bob@example.org");
        String number = host.text("pmi");
        scene.ask("meetingUpdate", number)
                .body("{\"agenda\": \"Private\", \"type\": 3}")
                .announcing("meeting.updated")
                .expect(204);
        scene.ask("userUpdate", host.id())
                .body("{\"pmi\": 9222222222}")
                .announcing("user.updated")
                .expect(204);
        scene.ask("userUpdate", bob.id())
                .body("{\"pmi\": %s}".formatted(number))
                .announcing("user.updated")
                .expect(204);

        Doc room = scene.ask("meeting", number).expect(200).json();
        scene.ask("meetingUpdate", number)
                .body("{\"agenda\": \"Bob's\"}")
                .announcing("meeting.updated")
                .expect(204);

        assertThat(room.text("host_id")).isEqualTo(bob.id());
        assertThat(room.names()).doesNotContain("agenda");
        assertThat(scene.ask("meeting", number).expect(200).json().text("host_id"))
                .isEqualTo(bob.id());
    }

    @Test
    void takesOddChanges(Scene scene) {
        Doc meeting = meeting(scene);

        scene.ask("meetingUpdate", meeting.id()).body("{\"type\": null}").refused("validation");
        for (String body : List.of(
                "{\"type\": 3}",
                "{\"type\": 8, \"recurrence\": {\"type\": 1, \"end_date_time\": \"2021-09-01\"}}",
                "{\"duration\": 9007199254740992}")) {
            scene.ask("meetingUpdate", meeting.id())
                    .body(body)
                    .announcing("meeting.updated")
                    .expect(204);
        }
        scene.send("GET", "/meetings/%20" + meeting.id()).expect(200);
    }
}

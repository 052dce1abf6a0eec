package io.greenroom.api.meetings;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The refusals of the operations on registrants of meetings. */
@GreenroomTest
class MeetingRegistrationRefusalsTest {
    private static final String AUTOMATIC = "{\"approval_type\": 0}";
    private static final String ADA = "{\"email\": \"ada@example.com\", \"first_name\": \"Ada\"}";

    private static Doc meeting(Scene scene, Doc host, String settings) {
        return Plans.meeting(
                scene,
                host,
                "{\"topic\": \"Planning\", \"start_time\": \"2021-08-02T10:00:00Z\", \"settings\": %s}"
                        .formatted(settings));
    }

    @Test
    void refusesABatchWhereItIsNotSupported(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc recurring = Plans.meeting(scene, host, Plans.WEEKLY);
        Doc open = meeting(scene, host, "{}");
        Doc over = meeting(scene, host, AUTOMATIC);
        String one = "{\"registrants\": [%s]}".formatted(ADA);

        scene.ask("addBatchRegistrants", recurring.id()).body(one).refused("meeting-batch-unscheduled");
        scene.ask("addBatchRegistrants", open.id()).body(one).refused("meeting-registration-absent");
        scene.ask("addBatchRegistrants", 89_999_999_999L).body(one).refused("meeting-absent");
        scene.ask("addBatchRegistrants", "x").body(one).refused("meeting-id-invalid");
        scene.advance(Duration.ofMinutes(61));
        scene.ask("addBatchRegistrants", over.id()).body(one).refused("meeting-registration-over");
    }

    @Test
    void refusesMeetingsWithoutRegistration(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc meeting = meeting(scene, host, "{}");
        String unknown = "a".repeat(22);

        scene.ask("meetingRegistrantCreate", meeting.id()).body(ADA).refused("meeting-registration-off");
        scene.ask("meetingRegistrants", meeting.id()).refused("meeting-registration-unset");
        scene.ask("meetingRegistrantStatus", meeting.id())
                .body("{\"action\": \"approve\"}")
                .refused("meeting-registration-unset");
        scene.ask("meetingregistrantdelete", meeting.id(), unknown).refused("meeting-registration-off");
        scene.ask("userUpdate", host.id())
                .body("{\"type\": 1}")
                .announcing("user.updated")
                .expect(204);
        scene.ask("meetingregistrantdelete", meeting.id(), unknown).refused("meeting-host-unpaid", "userId", host.id());
    }

    @Test
    void refusesUnknownRegistrants(Scene scene) {
        Doc meeting = meeting(scene, scene.user("host@example.org"), AUTOMATIC);

        scene.ask("meetingregistrantdelete", meeting.id(), "a".repeat(22)).refused("meeting-registrant-missing");
        scene.ask("meetingregistrantdelete", meeting.id(), "short").refused("meeting-registrant-id-invalid");
    }

    @Test
    void refusesRegistrationForAMeetingThatIsOver(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc closing = meeting(scene, host, "{\"approval_type\": 0, \"close_registration\": true}");
        Doc open = meeting(scene, host, AUTOMATIC);

        scene.ask("meetingRegistrantCreate", closing.id()).body(ADA).refused("meeting-registration-over");
        scene.ask("meetingRegistrantCreate", open.id())
                .body(ADA)
                .announcing("meeting.registration_created")
                .expect(201);
        scene.advance(Duration.ofHours(1));
        scene.ask("meetingRegistrantCreate", open.id())
                .body(ADA.replace("ada@", "bob@"))
                .refused("meeting-registration-over");
    }

    @Test
    void refusesOtherPeoplesMeetings(Scene scene) {
        Doc meeting = meeting(scene, scene.user("host@example.org"), AUTOMATIC);
        Doc other = scene.user("other@example.org");
        long webinar = Plans.webinar(scene);
        Scene elsewhere = scene.elsewhere();
        String scopes = "meeting:write meeting:read";
        String approve = "{\"action\": \"approve\"}";

        scene.askAs(other.id(), scopes, "meetingRegistrants", meeting.id()).refused("meeting-not-host");
        scene.askAs(other.id(), scopes, "meetingRegistrantCreate", meeting.id())
                .body(ADA)
                .refused("meeting-not-host");
        scene.askAs(other.id(), scopes, "meetingRegistrantStatus", meeting.id())
                .body(approve)
                .refused("meeting-host-other");
        scene.ask("meetingRegistrants", webinar).refused("meeting-closed");
        scene.ask("meetingRegistrantCreate", webinar).body(ADA).refused("meeting-closed");
        scene.ask("meetingRegistrantStatus", webinar).body(approve).refused("meeting-information-closed");
        scene.ask("meetingRegistrantsQuestionsGet", webinar).refused("meeting-is-webinar");
        scene.ask("meetingRegistrantQuestionUpdate", webinar).body("{}").refused("meeting-is-webinar");
        scene.ask("meetingregistrantdelete", webinar, "a".repeat(22)).refused("meeting-is-webinar");
        elsewhere.ask("meetingRegistrants", meeting.id()).refused("host-foreign");
        elsewhere.ask("meetingRegistrantCreate", meeting.id()).body(ADA).refused("host-foreign");
        elsewhere.ask("meetingRegistrantStatus", meeting.id()).body(approve).refused("host-foreign");
        elsewhere.ask("addBatchRegistrants", meeting.id()).refused("meeting-absent");
    }

    @Test
    void refusesUnknownMeetings(Scene scene) {
        long none = 89_999_999_999L;
        String approve = "{\"action\": \"approve\"}";

        scene.ask("meetingRegistrants", none).refused("meeting-missing");
        scene.ask("meetingRegistrantCreate", none).body(ADA).refused("meeting-missing");
        scene.ask("meetingRegistrantStatus", none).body(approve).refused("meeting-missing");
        scene.ask("meetingRegistrantsQuestionsGet", none).refused("meeting-missing");
        scene.ask("meetingRegistrantQuestionUpdate", none).body("{}").refused("meeting-missing");
        scene.ask("meetingregistrantdelete", none, "a".repeat(22)).refused("meeting-unknown");
        scene.ask("meetingRegistrants", "x").refused("meeting-id-invalid");
        scene.ask("meetingRegistrantCreate", "x").body(ADA).refused("meeting-id-invalid");
        scene.ask("meetingRegistrantStatus", "x").body(approve).refused("meeting-id-invalid");
        scene.ask("meetingRegistrantsQuestionsGet", "x").refused("meeting-id-invalid");
        scene.ask("meetingRegistrantQuestionUpdate", "x").body("{}").refused("meeting-id-invalid");
        scene.ask("meetingregistrantdelete", "x", "a".repeat(22)).refused("meeting-id-invalid");
    }
}

package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails about meetings and invitations of users. */
@GreenroomTest
class MeetingMailsTest {
    private static List<String> mails(Scene scene) {
        return scene.control("controlMails").expect(200).json().docs("mails").stream()
                .map(mail -> mail.text("kind") + " " + mail.text("recipient"))
                .toList();
    }

    @Test
    void invitesAUser(Scene scene) {
        scene.pendingUser("eve@example.org");
        scene.user("ada@example.org");

        assertThat(mails(scene)).containsExactly("user_invitation eve@example.org");
    }

    @Test
    void informsAlternativeHostsOnce(Scene scene) {
        scene.user("ada@example.org");
        scene.user("bob@example.org");
        Doc meeting = Plans.meeting(
                scene,
                scene.user("host@example.org"),
                "{\"topic\": \"Planning\", \"settings\": {\"alternative_hosts\": \"ada@example.org\"}}");
        scene.ask("meetingUpdate", meeting.id())
                .body("{\"settings\": {\"alternative_hosts\": \"ada@example.org,bob@example.org\"}}")
                .announcing("meeting.updated")
                .expect(204);

        assertThat(mails(scene))
                .containsExactly(
                        "meeting_alternative_host bob@example.org", "meeting_alternative_host ada@example.org");
    }

    @Test
    void informsTheHostOfAScheduledMeeting(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc bob = scene.user("bob@example.org");
        scene.ask("userAssistantCreate", ada.id())
                .body("{\"assistants\": [{\"email\": \"bob@example.org\"}]}")
                .expect(201);
        Plans.meeting(scene, bob, "{\"topic\": \"Planning\", \"schedule_for\": \"ada@example.org\"}");

        assertThat(mails(scene)).containsExactly("meeting_scheduled_for_host ada@example.org");
    }

    @Test
    void informsAboutACancelledMeetingOnlyAsAsked(Scene scene) {
        scene.user("ada@example.org");
        Doc host = scene.user("host@example.org");
        String body =
                """
                {"topic": "Planning", "settings": {"approval_type": 0, "registrants_confirmation_email": false,
                 "alternative_hosts": "ada@example.org", "alternative_hosts_email_notification": false}}""";
        Doc meeting = Plans.meeting(scene, host, body);
        scene.ask("meetingRegistrantCreate", meeting.id())
                .body("{\"email\": \"guest@example.com\", \"first_name\": \"G\"}")
                .announcing("meeting.registration_created")
                .expect(201);
        scene.ask("meetingDelete", Plans.meeting(scene, host, body).id())
                .announcing("meeting.deleted")
                .expect(204);
        List<String> before = mails(scene);
        scene.ask("meetingDelete", meeting.id())
                .query("schedule_for_reminder", true)
                .query("cancel_meeting_reminder", true)
                .announcing("meeting.deleted")
                .expect(204);

        List<String> after = mails(scene);
        assertThat(before).noneMatch(mail -> mail.startsWith("meeting_cancelled"));
        assertThat(after.subList(0, after.size() - before.size()))
                .containsExactlyInAnyOrder(
                        "meeting_cancelled guest@example.com",
                        "meeting_cancelled ada@example.org",
                        "meeting_cancelled host@example.org");
    }

    @Test
    void refusesMeetingsOfInactiveHosts(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userStatus", ada.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .expect(204);

        scene.ask("meetingCreate", ada.id()).body("{}").refused("meeting-host-barred");
        scene.ask("meetingCreate", scene.user("bob@example.org").id())
                .body("{\"schedule_for\": \"ada@example.org\"}")
                .refused("meeting-host-barred");
        Doc meeting = Plans.meeting(scene, scene.user("cy@example.org"), "{}");
        scene.ask("meetingUpdate", meeting.id())
                .body("{\"schedule_for\": \"ada@example.org\"}")
                .refused("meeting-host-barred");
    }

    @Test
    void refusesAnEmptyPoll(Scene scene) {
        Doc meeting = Plans.meeting(scene, scene.user("host@example.org"), "{}");

        scene.ask("meetingPollCreate", meeting.id()).body("{}").refused("validation");
        scene.ask("meetingPollCreate", meeting.id())
                .body("{\"title\": \"Empty\", \"questions\": []}")
                .refused("validation");
    }
}

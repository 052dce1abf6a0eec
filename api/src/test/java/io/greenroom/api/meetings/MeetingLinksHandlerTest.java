package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@GreenroomTest
class MeetingLinksHandlerTest {

    /** The lines that Moodle's parser looks for. */
    @Test
    void writesAnInvitationThatParsersKnow(Scene scene) {
        Doc meeting = Plans.meeting(
                scene,
                scene.user("ada@example.org"),
                "{\"topic\": \"Planning\", \"start_time\": \"2021-10-05T14:30:00\", \"timezone\": \"Europe/Lisbon\"}");
        String text =
                scene.ask("meetingInvitation", meeting.id()).expect(200).json().text("invitation");

        assertThat(text.split("\r\n"))
                .contains(
                        "Topic: Planning",
                        "Time: Oct 5, 2021 02:30 PM Lisbon",
                        "Join Zoom Meeting",
                        meeting.text("join_url"),
                        "Passcode: " + meeting.text("password"));
        assertThat(text)
                .containsPattern(Pattern.compile(
                        "^.+ is inviting you to a scheduled zoom meeting\\.\r", Pattern.CASE_INSENSITIVE));
        assertThat(text).containsPattern("Meeting ID: [0-9]{3} [0-9]{4} [0-9]{4}\r\n");
    }

    @Test
    void listsTheOccurrencesInAnInvitation(Scene scene) {
        Doc meeting = Plans.meeting(scene, scene.user("ada@example.org"), Plans.WEEKLY);
        String text =
                scene.ask("meetingInvitation", meeting.id()).expect(200).json().text("invitation");

        assertThat(text)
                .contains("Every week on Mon, Wed, 5 occurrence(s)\r\n")
                .contains("        Oct 20, 2021 09:00 AM Berlin\r\n");
    }

    @Test
    void makesALinkForEachInvitedPerson(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        Doc links = scene.ask("meetingInviteLinksCreate", meeting.id())
                .body("{\"attendees\": [{\"name\": \"Ada\"}, {\"name\": \"Bob\"}]}")
                .expect(201)
                .json();

        assertThat(links.docs("attendees")).extracting(one -> one.text("name")).containsExactly("Ada", "Bob");
        assertThat(links.docs("attendees"))
                .extracting(one -> one.text("join_url"))
                .allMatch(url -> url.startsWith(scene.origin() + "/j/" + meeting.id() + "?tk="))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsTheStreamOfAMeeting(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        String stream =
                "{\"stream_url\": \"rtmp://x.example\", \"stream_key\": \"k\", \"page_url\": \"https://x.example\"}";
        assertThatJson(scene.ask("getLiveStreamDetails", meeting.id())
                        .expect(200)
                        .text())
                .isEqualTo("{}");

        scene.ask("meetingLiveStreamUpdate", meeting.id()).body(stream).expect(204);

        assertThatJson(scene.ask("getLiveStreamDetails", meeting.id())
                        .expect(200)
                        .text())
                .isEqualTo(stream);
        scene.ask("meetingLiveStreamUpdate", meeting.id()).body("{}").refused("validation");
    }

    @Test
    void appliesATemplate(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc template = scene.control("controlMeetingTemplateCreate", ada.id())
                .body("{\"name\": \"Class\", \"duration\": 90, \"settings\": {\"mute_upon_entry\": true}}")
                .expect(201)
                .json();

        assertThatJson(scene.ask("listMeetingTemplates", ada.id()).expect(200).text())
                .isEqualTo("{\"total_records\": 1, \"templates\": [{\"id\": \"%s\", \"name\": \"Class\", \"type\": 2}]}"
                        .formatted(template.id()));
        Doc meeting = Plans.meeting(scene, ada, "{\"template_id\": \"%s\"}".formatted(template.id()));
        assertThat(meeting.number("duration")).isEqualTo(90);
        assertThat(meeting.doc("settings").flag("mute_upon_entry")).isTrue();
        scene.ask("meetingCreate", ada.id()).body("{\"template_id\": \"x\"}").refused("meeting-template-unknown");
        scene.ask("listMeetingTemplates", "nobody@example.org").refused("meeting-user-absent");
    }
}

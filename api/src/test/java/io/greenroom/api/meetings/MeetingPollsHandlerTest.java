package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.polls.Polls;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@GreenroomTest
class MeetingPollsHandlerTest {
    private static final String LUNCH =
            "{\"title\": \"Lunch\", \"questions\": [{\"name\": \"Hungry?\", \"type\": \"single\", \"answers\":"
                    + " [\"Yes\", \"No\"]}]}";

    private static Doc meetingWithPolling(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"in_meeting\": {\"polling\": true}}");
        return Plans.meeting(scene, host, "{}");
    }

    private static Doc added(Scene scene, Doc meeting) {
        return scene.ask("meetingPollCreate", meeting.id())
                .body(LUNCH)
                .expect(201)
                .json();
    }

    @Test
    void addsAndShowsAPoll(Scene scene) {
        Doc meeting = meetingWithPolling(scene);
        Reply reply = scene.ask("meetingPollCreate", meeting.id()).body(LUNCH).expect(201);
        String id = reply.json().id();

        String poll = LUNCH.replaceFirst("\\{", "{\"id\": \"" + id + "\", \"status\": \"notstart\", ");
        assertThatJson(reply.text()).isEqualTo(poll);
        assertThat(reply.header("Content-Location")).endsWith("/meetings/" + meeting.id() + "/polls/" + id);
        assertThatJson(scene.ask("meetingPollGet", meeting.id(), id).expect(200).text())
                .isEqualTo(poll);
        assertThatJson(scene.ask("meetingPolls", meeting.id()).expect(200).text())
                .isEqualTo("{\"total_records\": 1, \"polls\": [" + poll + "]}");
    }

    @Test
    void replacesAndRemovesAPoll(Scene scene) {
        Doc meeting = meetingWithPolling(scene);
        Doc poll = added(scene, meeting);

        scene.ask("meetingPollUpdate", meeting.id(), poll.id())
                .body("{\"title\": \"Dinner\"}")
                .expect(204);
        Doc changed =
                scene.ask("meetingPollGet", meeting.id(), poll.id()).expect(200).json();
        scene.ask("meetingPollDelete", meeting.id(), poll.id()).expect(204);

        assertThat(changed.text("title")).isEqualTo("Dinner");
        assertThat(changed.docs("questions")).isEmpty();
        scene.ask("meetingPollGet", meeting.id(), poll.id()).refused("meeting-poll-not-found");
        scene.ask("meetingPollUpdate", meeting.id(), poll.id()).body(LUNCH).refused("meeting-poll-missing");
        scene.ask("meetingPollDelete", meeting.id(), poll.id()).refused("meeting-poll-missing");
    }

    @Test
    void hasAtMostTwentyFivePolls(Scene scene) {
        Doc meeting = meetingWithPolling(scene);
        String many = "{\"polls\": [" + (LUNCH + ",").repeat(23) + LUNCH + "]}";

        assertThat(scene.ask("createBatchPolls", meeting.id())
                        .body(many)
                        .expect(201)
                        .json()
                        .docs("polls"))
                .hasSize(24);
        scene.ask("createBatchPolls", meeting.id()).body(many).refused("meeting-polls-full");
        added(scene, meeting);
        scene.ask("meetingPollCreate", meeting.id()).body(LUNCH).refused("meeting-polls-full");
    }

    @Test
    void refusesPollsWhereTheyAreOff(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc meeting = Plans.meeting(scene, host, "{}");

        scene.ask("meetingPollCreate", meeting.id()).body(LUNCH).refused("meeting-polls-off");
        scene.ask("createBatchPolls", meeting.id())
                .body("{\"polls\": [" + LUNCH + "]}")
                .refused("meeting-polls-off");
        Plans.set(scene, host, "{\"in_meeting\": {\"polling\": true}}");
        Doc instant = Plans.meeting(scene, host, "{\"type\": 1}");
        scene.ask("meetingPollCreate", instant.id()).body(LUNCH).refused("meeting-polls-off");
    }

    @Test
    void removesPollsWithTheirMeeting(Scene scene) {
        Doc meeting = meetingWithPolling(scene);
        added(scene, meeting);
        scene.ask("meetingDelete", meeting.id()).announcing("meeting.deleted").expect(204);

        scene.advance(Duration.ofDays(8));

        assertThat(scene.<Long>inside(unit -> unit.in(Polls.POLLS).count())).isZero();
    }
}

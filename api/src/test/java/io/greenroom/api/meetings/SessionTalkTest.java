package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Hosts;
import io.greenroom.live.LiveTables;
import io.greenroom.live.Obstacle;
import io.greenroom.live.Sessions;
import io.greenroom.live.talk.ChatLines;
import io.greenroom.live.talk.PollRuns;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Polls and chat lines in running meetings, and the past results of polls. */
@GreenroomTest
class SessionTalkTest {
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";
    private static final String POLL =
            """
            {"title": "Lunch", "questions": [{"name": "When?", "type": "single", "answers": ["Noon", "One"]}]}""";

    private final Sessions sessions = new Sessions(Kind.MEETING, new Schedules(Kind.MEETING), new NoHosts());
    private final PollRuns runs = new PollRuns(sessions);

    private record Moment(Call call, Doc meeting, Doc stay) {}

    /** Does something in a meeting with a person in it. */
    private static Optional<Obstacle> inside(
            Scene scene, Doc meeting, String person, Function<Moment, Optional<Obstacle>> act) {
        return scene.internally(call -> {
            Doc now = call.store().find(Kind.MEETING.table(), meeting.id()).orElseThrow();
            Doc stay = call.store()
                    .find(LiveTables.PARTICIPATIONS, now.text("uuid") + "/" + person)
                    .orElseThrow();
            return act.apply(new Moment(call, now, stay));
        });
    }

    /** Starts a meeting, in which a person joins; returns the person. */
    private static String started(Scene scene, Doc meeting, String person) {
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED)
                .expect(200);
        return scene.control("controlMeetingJoin", meeting.id())
                .body(person)
                .announcing(JOINED)
                .expect(200)
                .json()
                .text("participant_id");
    }

    private static String poll(Scene scene, Doc meeting) {
        return scene.ask("meetingPollCreate", meeting.id())
                .body(POLL)
                .expect(201)
                .json()
                .text("id");
    }

    private static Doc pollingMeeting(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"in_meeting\": {\"polling\": true}}");
        return Plans.meeting(scene, host, "{}");
    }

    private Optional<Obstacle> answer(Scene scene, Doc meeting, String person, String chosen) {
        List<PollRuns.Answer> answers = List.of(new PollRuns.Answer(Optional.empty(), List.of(chosen)));
        return inside(scene, meeting, person, at -> runs.answer(at.call(), at.meeting(), at.stay(), answers));
    }

    private static String status(Scene scene, Doc meeting, String poll) {
        return scene.ask("meetingPollGet", meeting.id(), poll)
                .expect(200)
                .json()
                .text("status");
    }

    @Test
    void showsHowAPollStands(Scene scene) {
        Doc meeting = pollingMeeting(scene);
        String poll = poll(scene, meeting);
        String ada = started(scene, meeting, "{}");

        assertThat(status(scene, meeting, poll)).isEqualTo("notstart");
        assertThat(answer(scene, meeting, ada, "Noon")).contains(Obstacle.NOTHING_THERE);
        assertThat(inside(scene, meeting, ada, at -> runs.start(at.call(), at.meeting(), poll, false)))
                .isEmpty();
        assertThat(inside(scene, meeting, ada, at -> runs.start(at.call(), at.meeting(), poll, false)))
                .contains(Obstacle.DONE_ALREADY);
        assertThat(answer(scene, meeting, ada, "Never")).contains(Obstacle.WRONG_ANSWER);
        assertThat(status(scene, meeting, poll)).isEqualTo("started");
        assertThat(inside(scene, meeting, ada, at -> runs.stop(at.call(), at.meeting(), true)))
                .isEmpty();
        assertThat(status(scene, meeting, poll)).isEqualTo("sharing");
    }

    @Test
    @Tag("postgres")
    void listsTheAnswersToPolls(Scene scene) {
        Doc meeting = pollingMeeting(scene);
        String poll = poll(scene, meeting);
        String ada = started(scene, meeting, "{\"name\": \"Ada\", \"email\": \"ada@example.com\"}");
        inside(scene, meeting, ada, at -> runs.start(at.call(), at.meeting(), poll, false));
        assertThat(answer(scene, meeting, ada, "Noon")).isEmpty();
        assertThat(answer(scene, meeting, ada, "One")).contains(Obstacle.DONE_ALREADY);
        scene.ask("listPastMeetingPolls", meeting.id()).refused("meeting-not-ended");
        scene.control("controlMeetingEnd", meeting.id())
                .announcing(LEFT, LEFT, "meeting.ended")
                .expect(204);

        assertThatJson(scene.ask("listPastMeetingPolls", meeting.id())
                        .expect(200)
                        .text())
                .isEqualTo(
                        """
                {"id": %s, "uuid": "%s", "start_time": "2021-08-02T10:00:00Z", "questions": [
                 {"name": "Ada", "email": "ada@example.com", "question_details": [
                  {"question": "When?", "answer": "Noon", "polling_id": "%s",
                   "date_time": "2021-08-02T10:00:00Z"}]}]}"""
                                .formatted(meeting.id(), meeting.text("uuid"), poll));
        Doc bob = scene.user("bob@example.org");
        scene.askAs(bob.id(), "meeting:read", "listPastMeetingPolls", meeting.id())
                .refused("meeting-not-ended");
    }

    @Test
    void hidesThePeopleOfAnonymousPolls(Scene scene) {
        Doc meeting = pollingMeeting(scene);
        String poll = poll(scene, meeting);
        String ada = started(scene, meeting, "{\"name\": \"Ada\", \"email\": \"ada@example.com\"}");
        inside(scene, meeting, ada, at -> runs.start(at.call(), at.meeting(), poll, true));
        assertThat(answer(scene, meeting, ada, "Noon")).isEmpty();
        scene.control("controlMeetingEnd", meeting.id())
                .announcing(LEFT, LEFT, "meeting.ended")
                .expect(204);

        Doc entry = scene.ask("listPastMeetingPolls", meeting.id())
                .expect(200)
                .json()
                .docs("questions")
                .getFirst();
        assertThat(entry.text("name")).isEqualTo("Anonymous Attendee");
        assertThat(entry.text("email")).isEmpty();
    }

    @Test
    void keepsChatLines(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        String ada = started(scene, meeting, "{\"name\": \"Ada\", \"muted\": true}");
        ChatLines lines = new ChatLines(sessions, new NoHosts());
        ChatLines.Line line = new ChatLines.Line("Hello", Optional.empty(), 0);

        assertThat(inside(scene, meeting, ada, at -> lines.chat(at.call(), at.meeting(), at.stay(), line)))
                .isEmpty();
        assertThat(inside(scene, meeting, ada, at -> lines.say(at.call(), at.meeting(), at.stay(), line)))
                .contains(Obstacle.NOT_ALLOWED);

        List<Doc> acts = scene.inside(unit ->
                unit.in(LiveTables.ACTS).where("session", meeting.text("uuid")).list());
        assertThat(acts)
                .extracting(act -> act.text("kind") + " " + act.text("name") + " " + act.text("value"))
                .containsExactly("chat Ada Hello");
    }

    /** The commands of polls and chat lines ask nothing of hosts. */
    private static final class NoHosts implements Hosts {
        private static final String UNASKED = "Nothing asks for hosts here";

        @Override
        public Doc host(Call call, Doc schedule) {
            throw new IllegalStateException(UNASKED);
        }

        @Override
        public Doc user(Call call, String named) {
            throw new IllegalStateException(UNASKED);
        }

        @Override
        public HostSettings settings(Call call, Doc host) {
            throw new IllegalStateException(UNASKED);
        }
    }
}

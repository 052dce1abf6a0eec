package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people of scripts do in meetings: they register, answer polls, come back; and what they may not do. */
@GreenroomTest
class ScriptActsTest {
    private static final String REGISTERED = "meeting.registration_created";
    private static final String STARTED = "meeting.started";
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";
    private static final String ENDED = "meeting.ended";

    private static Doc meeting(Scene scene) {
        return meeting(scene, "host@example.org");
    }

    private static Doc meeting(Scene scene, String host) {
        return Plans.meeting(
                scene, scene.user(host), "{\"topic\": \"Review\", \"start_time\": \"2021-08-02T10:00:00Z\"}");
    }

    private static Ask script(Scene scene, Doc meeting, String yaml) {
        return scene.control("controlMeetingScript", meeting.id()).yaml(yaml);
    }

    private static String[] events(List<String> first, int pairs, String... last) {
        return Stream.of(first, Collections.nCopies(pairs, JOINED), Collections.nCopies(pairs, LEFT), List.of(last))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static Doc past(Scene scene, Doc meeting) {
        return scene.ask("pastMeetingDetails", meeting.id()).expect(200).json();
    }

    @Test
    void registersPeople(Scene scene) {
        Doc meeting = Plans.meeting(
                scene,
                scene.user("host@example.org"),
                """
                {"topic": "Review", "type": 2, "start_time": "2031-08-02T10:00:00Z",
                 "settings": {"approval_type": 1}}""");
        Reply reply = script(
                        scene,
                        meeting,
                        """
                        people:
                          crowd: {count: 2, registered: true, join: 00:01}
                          Zoe: {registered: true, email: zoe@example.com}
                        steps:
                          - {at: 00:02, join: Eve, expect: refused registration_required}
                          - {at: 00:03, end: host}
                        """)
                .announcing(events(List.of(REGISTERED, REGISTERED, REGISTERED, STARTED), 3, ENDED))
                .expect(200);

        assertThat(reply.json().docs("people"))
                .filteredOn(person -> person.has("registrant_id"))
                .hasSize(3);
        assertThat(scene
                        .ask("meetingRegistrants", meeting.id())
                        .query("status", "approved")
                        .expect(200)
                        .json()
                        .docs("registrants")
                        .stream()
                        .map(registrant -> registrant.text("email")))
                .containsExactlyInAnyOrder("crowd.1@people.example", "crowd.2@people.example", "zoe@example.com");
        script(scene, meeting(scene, "other@example.org"), "people: {Ada: {registered: true}}")
                .refused("control-script-failed");
    }

    @Test
    void keepsTheAnswersOfPolls(Scene scene) {
        Doc meeting = meeting(scene);
        script(
                        scene,
                        meeting,
                        """
                        starts: yesterday 10:00
                        people: {crowd: {count: 10, join: 00:00}, Ada: {join: 00:01}}
                        steps:
                          - {at: 00:02, poll: Lunch, answers: {Yes: 60%, No: 30%}, for: 2m, publish: true}
                          - {at: 00:05, poll: Dinner, answers: {Ada: [Soup, Fish], crowd.1: Soup}}
                          - {at: 00:06, poll: stop}
                          - {at: 00:07, end: host}
                        """)
                .announcing(events(List.of(STARTED), 12, ENDED))
                .expect(200);

        List<Doc> answers =
                scene.ask("listPastMeetingPolls", meeting.id()).expect(200).json().docs("questions").stream()
                        .flatMap(person -> person.docs("question_details").stream())
                        .toList();
        assertThat(answers.stream().map(answer -> answer.text("question") + " " + answer.text("answer")))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                Collections.nCopies(7, "Lunch Yes"),
                                Collections.nCopies(3, "Lunch No"),
                                List.of("Dinner Soup;Fish", "Dinner Soup"))
                        .flatMap(List::stream)
                        .toList());
        assertThat(scene.ask("meetingPolls", meeting.id()).expect(200).json().docs("polls").stream()
                        .map(poll -> poll.text("title")))
                .containsExactly("Lunch", "Dinner");
    }

    @Test
    void checksWhatPeopleMayDo(Scene scene) {
        Doc meeting = meeting(scene);
        script(
                        scene,
                        meeting,
                        """
                        people: {Ada: {join: 00:00}, Bob: {join: 00:00, muted: true}}
                        steps:
                          - {at: 00:01, lock: true, by: Ada, expect: refused not_allowed}
                          - {at: 00:01, say: {Bob: Hello}, expect: refused not_allowed}
                          - {at: 00:01, record: stop, expect: refused nothing_there}
                          - {at: 00:02, lock: true, for: 1m}
                          - {at: 00:02, join: Eve, expect: refused locked}
                          - {at: 00:03, join: Eve, expect: admitted}
                          - {at: 00:04, chat: {Ada: {text: Hi, to: Zoe}}, expect: refused not_there}
                          - {at: 00:05, mute: all, by: host}
                          - {at: 00:05, ask: {Ada: When?}, expect: refused disabled}
                          - {at: 00:05, answer: {to: Ada, text: Soon}, upvote: {Bob: Ada}, expect: refused not_there}
                          - {at: 00:06, end: host}
                        """)
                .announcing(events(List.of(STARTED), 4, ENDED))
                .expect(200);
    }

    @Test
    void takesARejoinForTheSamePerson(Scene scene) {
        Doc meeting = meeting(scene);
        script(
                        scene,
                        meeting,
                        """
                        starts: yesterday 10:00
                        ends: 00:10
                        people: {Ada: {join: 00:00}}
                        steps: [{at: 00:02, drop: Ada, for: 1m}, {at: 00:05, crash: Ada, for: 1m}]
                        """)
                .announcing(STARTED, JOINED, JOINED, LEFT, JOINED, LEFT, JOINED, LEFT, LEFT, ENDED)
                .expect(200);

        assertThat(past(scene, meeting).number("participants_count")).isEqualTo(2);
        assertThat(past(scene, meeting).number("total_minutes")).isEqualTo(18);
    }

    @Test
    void endsWhenAllLeave(Scene scene) {
        Doc meeting = meeting(scene);
        for (String act : List.of("leave", "drop", "crash", "remove")) {
            script(
                            scene,
                            meeting,
                            """
                            people: {c: {count: 3, join: 00:00}}
                            steps: [{at: 00:05, %s: all}]
                            """
                                    .formatted(act))
                    .announcing(events(List.of(STARTED), 4, ENDED))
                    .expect(200);
        }
        assertThat(scene.ask("pastMeetings", meeting.id()).expect(200).json().docs("meetings"))
                .hasSize(4);
    }

    @Test
    void letsOnlyHostsEndAndMuteOthers(Scene scene) {
        Doc meeting = meeting(scene);
        scene.control("controlMeetingStart", meeting.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        scene.control("controlMeetingActions", meeting.id())
                .yaml("{join: [a, b]}")
                .announcing(JOINED, JOINED)
                .expect(200);

        assertThat(scene.control("controlMeetingActions", meeting.id())
                        .yaml("{end: a}")
                        .tried()
                        .status())
                .isEqualTo(409);
        assertThat(scene.control("controlMeetingActions", meeting.id())
                        .yaml("{by: a, mute: b}")
                        .tried()
                        .status())
                .isEqualTo(409);
        scene.control("controlMeetingActions", meeting.id()).yaml("{mute: a}").expect(200);
    }
}

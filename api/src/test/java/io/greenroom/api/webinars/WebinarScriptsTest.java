package io.greenroom.api.webinars;

import static io.greenroom.api.webinars.Plans.ENDED;
import static io.greenroom.api.webinars.Plans.JOINED;
import static io.greenroom.api.webinars.Plans.LEFT;
import static io.greenroom.api.webinars.Plans.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.LiveTables;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scripts of webinars, what past webinars keep of them, and hosts of sessions of both kinds. */
@GreenroomTest
class WebinarScriptsTest {
    private static final String TOWN_HALL =
            """
            settings: {practice_session: true}
            people: {Pat: {join: 00:00, panelist: true}, Ada: {join: 00:01}}
            steps:
              - {at: 00:02, mute: Pat, expect: refused not_running}
              - {at: 00:05, broadcast: true}
              - {at: 00:06, broadcast: true, expect: refused no_practice}
              - {at: 00:10, share: Pat, for: 5m}
              - {at: 00:11, poll: Lunch, answers: {Ada: Yes}, for: 1m}
              - {at: 00:12, ask: {Ada: When?}}
              - {at: 00:13, by: Pat, answer: {to: Ada, text: In May.}}
              - {at: 00:30, end: host}
            """;

    @Test
    @Tag("postgres")
    void practisesBroadcastsAndTakesQuestions(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        Reply reply = scene.control("controlWebinarScript", webinar.id())
                .yaml(TOWN_HALL)
                .announcing(
                        STARTED,
                        JOINED,
                        JOINED,
                        JOINED,
                        "webinar.sharing_started",
                        "webinar.sharing_ended",
                        LEFT,
                        LEFT,
                        LEFT,
                        ENDED)
                .expect(200);

        assertThat(reply.event(STARTED).object().text("start_time")).isEqualTo("2021-08-02T10:05:00Z");
        assertThat(reply.json().text("session")).isEqualTo("ended");
        assertThat(scene.ask("listPastWebinarPollResults", webinar.id())
                        .expect(200)
                        .text())
                .contains("Lunch", "Yes");
        assertThat(scene.ask("listPastWebinarQA", webinar.id()).expect(200).text())
                .contains("When?", "In May.");
        assertThat(scene.control("controlWebinarScriptGet", webinar.id())
                        .expect(200)
                        .json()
                        .text("state"))
                .isEqualTo("done");
    }

    @Test
    void refusesScriptsThatCannotBePlayed(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");

        scene.control("controlWebinarScriptGet", webinar.id()).refused("control-script-missing");
        scene.control("controlWebinarScript", webinar.id())
                .yaml("people: {Ada: {registered: true}}")
                .refused("control-script-failed");
        scene.control("controlWebinarScript", webinar.id())
                .yaml("settings: {waiting_room: true}")
                .refused("control-script-invalid");
        scene.control("controlWebinarScript", 81234567890L).yaml("steps: []").refused("control-webinar-missing");
    }

    @Test
    void endsTheSessionOfTheOtherKind(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        Doc meeting = scene.ask("meetingCreate", webinar.text("host_id"))
                .body("{\"topic\": \"Review\"}")
                .announcing("meeting.created")
                .expect(201)
                .json();
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);

        scene.control("controlMeetingStart", meeting.id())
                .announcing(LEFT, ENDED, "meeting.started", "meeting.participant_joined")
                .expect(200);
        scene.control("controlWebinarLive", webinar.id()).refused("control-webinar-not-live");
        scene.control("controlWebinarStart", webinar.id())
                .announcing("meeting.participant_left", "meeting.ended", STARTED, JOINED)
                .expect(200);

        scene.control("controlMeetingLive", meeting.id()).refused("control-meeting-not-live");
        scene.control("controlWebinarLive", webinar.id()).expect(200);
    }

    @Test
    void admitsInvitedPeople(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        String token = scene.ask("webinarInviteLinksCreate", webinar.id())
                .body("{\"attendees\": [{\"name\": \"Ada\"}]}")
                .expect(201)
                .json()
                .docs("attendees")
                .getFirst()
                .text("join_url")
                .replaceFirst(".*[?&]tk=([^&]*).*", "$1");
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);

        scene.control("controlWebinarJoin", webinar.id())
                .body("{\"invite_token\": \"%s\"}".formatted(token))
                .announcing(JOINED)
                .expect(200);
        Doc refused = scene.control("controlWebinarJoin", webinar.id())
                .body("{\"invite_token\": \"x\"}")
                .expect(200)
                .json();

        assertThat(refused.text("reason")).isEqualTo("invitation_invalid");
        assertThat(scene.control("controlWebinarLive", webinar.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .extracting(one -> one.text("name"))
                .contains("Ada");
    }

    @Test
    void holdsTheCapacityWhenManyJoinAtOnce(Scene scene) throws ExecutionException, InterruptedException {
        Doc webinar = Plans.webinar(scene, "{}");
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        scene.inside(unit -> {
            Doc session = unit.find(LiveTables.SESSIONS, webinar.text("uuid"))
                    .orElseThrow()
                    .copy();
            return unit.update(LiveTables.SESSIONS, session.put("attendee_capacity", 32));
        });
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> joins = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> joined(scene, webinar)))
                    .toList();
            for (Future<String> join : joins) {
                answers.add(join.get());
            }
        }

        assertThat(answers).filteredOn(text -> text.contains("\"admitted\"")).hasSize(32);
        assertThat(answers).filteredOn(text -> text.contains("\"full\"")).hasSize(32);
        assertThat(scene.control("controlWebinarLive", webinar.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .hasSize(33);
    }

    private static String joined(Scene scene, Doc webinar) throws IOException, InterruptedException {
        String path = "/_greenroom/accounts/" + scene.account() + "/webinars/" + webinar.id() + "/participants";
        HttpRequest request = HttpRequest.newBuilder(URI.create(scene.origin() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return scene.http().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}

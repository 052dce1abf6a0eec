package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Meetings with many people, hosts on two devices, and hosts who go. */
@GreenroomTest
class CrowdedMeetingTest {
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";

    @Test
    void endsTheEarlierStayOfAHostOnASecondDevice(Scene scene) {
        Doc meeting = MeetingsControlTest.meeting(scene, "{}");
        String first = MeetingsControlTest.started(scene, meeting);
        MeetingsControlTest.join(scene, meeting, "{}", JOINED);

        String second = scene.control("controlMeetingStart", meeting.id())
                .announcing(LEFT, JOINED)
                .expect(200)
                .json()
                .text("participant_id");

        assertThat(second).isNotEqualTo(first);
        assertThat(MeetingsControlTest.live(scene, meeting))
                .extracting(one -> one.text("role"))
                .containsExactlyInAnyOrder("host", "participant");
    }

    @Test
    void endsTheSessionOfADeactivatedHost(Scene scene) {
        Doc meeting = MeetingsControlTest.meeting(scene, "{}");
        MeetingsControlTest.started(scene, meeting);

        scene.ask("userStatus", meeting.text("host_id"))
                .body("{\"action\": \"deactivate\"}")
                .announcing(LEFT, "meeting.ended", "user.deactivated")
                .expect(204);

        scene.control("controlMeetingLive", meeting.id()).refused("control-meeting-not-live");
    }

    @Test
    void endsALargeMeetingInBatches(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"feature\": {\"meeting_capacity\": 1000}}");
        Doc meeting = Plans.meeting(scene, host, "{}");
        MeetingsControlTest.started(scene, meeting);
        for (int i = 0; i < 500; i++) {
            MeetingsControlTest.join(scene, meeting, "{}", JOINED);
        }

        scene.control("controlMeetingEnd", meeting.id())
                .announcing(Collections.nCopies(500, LEFT).toArray(String[]::new))
                .expect(204);
        assertThat(MeetingsControlTest.join(scene, meeting, "{}").json().text("reason"))
                .isEqualTo("ended");
        scene.ask("pastMeetingDetails", meeting.id()).refused("meeting-not-ended");
        scene.advance(Duration.ofMinutes(1));

        Doc past = scene.ask("pastMeetingDetails", meeting.id()).expect(200).json();
        assertThat(past.text("end_time")).isEqualTo("2021-08-02T10:00:00Z");
        assertThat(past.number("participants_count")).isEqualTo(501);
        assertThat(scene.events().getLast().name()).isEqualTo("meeting.ended");
    }

    @Test
    void holdsTheCapacityWhenManyJoinAtOnce(Scene scene) throws ExecutionException, InterruptedException {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"feature\": {\"meeting_capacity\": 32}}");
        Doc meeting = Plans.meeting(scene, host, "{}");
        MeetingsControlTest.started(scene, meeting);
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> joins = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> joined(scene, meeting)))
                    .toList();
            for (Future<String> join : joins) {
                answers.add(join.get());
            }
        }

        assertThat(answers).filteredOn(text -> text.contains("\"admitted\"")).hasSize(31);
        assertThat(answers).filteredOn(text -> text.contains("\"full\"")).hasSize(33);
        assertThat(MeetingsControlTest.live(scene, meeting)).hasSize(32);
    }

    private static String joined(Scene scene, Doc meeting) throws IOException, InterruptedException {
        String path = "/_greenroom/accounts/" + scene.account() + "/meetings/" + meeting.id() + "/participants";
        HttpRequest request = HttpRequest.newBuilder(URI.create(scene.origin() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return scene.http().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}

package io.greenroom.api.webinars;

import static io.greenroom.api.webinars.Plans.ENDED;
import static io.greenroom.api.webinars.Plans.JOINED;
import static io.greenroom.api.webinars.Plans.LEFT;
import static io.greenroom.api.webinars.Plans.STARTED;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions of webinars: presenters, attendees, practice and broadcast, and what the past operations answer. */
@GreenroomTest
class WebinarsControlTest {

    private static Doc join(Scene scene, Doc webinar, String body, String... events) {
        return scene.control("controlWebinarJoin", webinar.id())
                .body(body)
                .announcing(events)
                .expect(200)
                .json();
    }

    private static Doc panelist(Scene scene, Doc webinar) {
        scene.ask("webinarPanelistCreate", webinar.id())
                .body("{\"panelists\": [{\"name\": \"Pat\", \"email\": \"pat@example.com\"}]}")
                .expect(201);
        return scene.ask("webinarPanelists", webinar.id())
                .expect(200)
                .json()
                .docs("panelists")
                .getFirst();
    }

    private static String token(Doc person) {
        return person.text("join_url").replaceFirst(".*[?&]tk=([^&]*).*", "$1");
    }

    @Test
    @Tag("postgres")
    void holdsAWebinarFromStartToEnd(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        Doc pat = panelist(scene, webinar);
        Doc early = join(scene, webinar, "{\"name\": \"Ada\"}");
        Reply start = scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED, JOINED)
                .expect(200);
        join(scene, webinar, "{\"token\": \"%s\"}".formatted(token(pat)), JOINED);
        scene.advance(Duration.ofMinutes(10));

        assertThat(early.text("reason")).isEqualTo("waiting_for_host");
        assertThat(scene.control("controlWebinarLive", webinar.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .extracting(one -> one.text("name") + " " + one.text("role") + " " + one.text("state"))
                .contains("Ada attendee in_meeting", "Pat panelist in_meeting");
        assertThatJson(Json.write(start.event(STARTED).object()))
                .isEqualTo(
                        """
                {"id": "%s", "uuid": "%s", "host_id": "%s", "topic": "Launch", "type": 5,
                 "start_time": "2021-08-02T10:00:00Z", "timezone": "UTC", "duration": 60}"""
                                .formatted(webinar.id(), webinar.text("uuid"), webinar.text("host_id")));
        scene.ask("webinarDelete", webinar.id()).refused("webinar-in-progress");
        Reply end = scene.control("controlWebinarEnd", webinar.id())
                .announcing(LEFT, LEFT, LEFT, ENDED)
                .expect(204);
        assertThat(end.event(ENDED).object().text("end_time")).isEqualTo("2021-08-02T10:10:00Z");
        assertThat(scene.ask("listWebinarParticipants", webinar.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .extracting(one -> one.text("name"))
                .contains("Ada", "Pat")
                .hasSize(3);
        assertThat(scene.ask("pastWebinars", webinar.id()).expect(200).json().docs("webinars"))
                .extracting(one -> one.text("uuid"))
                .containsExactly(webinar.text("uuid"));
    }

    @Test
    void practisesBeforeTheBroadcast(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{\"practice_session\": true}");
        Doc pat = panelist(scene, webinar);

        Doc presenter = join(scene, webinar, "{\"panelist_id\": \"%s\"}".formatted(pat.id()));
        Doc attendee = join(scene, webinar, "{\"name\": \"Ada\"}");
        scene.control("controlWebinarStart", webinar.id()).expect(200);
        scene.advance(Duration.ofMinutes(5));
        Reply broadcast = scene.control("controlWebinarBroadcast", webinar.id())
                .announcing(STARTED, JOINED, JOINED, JOINED)
                .expect(204);
        scene.control("controlWebinarBroadcast", webinar.id()).expect(204);

        assertThat(presenter.text("outcome")).isEqualTo("admitted");
        assertThat(attendee.text("reason")).isEqualTo("waiting_for_broadcast");
        assertThat(broadcast.event(STARTED).object().text("start_time")).isEqualTo("2021-08-02T10:05:00Z");
        scene.advance(Duration.ofMinutes(1));
        scene.ask("webinarStatus", webinar.id())
                .body("{\"action\": \"end\"}")
                .announcing(LEFT, LEFT, LEFT, ENDED)
                .expect(204);
        scene.ask("webinarStatus", webinar.id()).body("{\"action\": \"end\"}").expect(204);
        assertThat(scene.ask("listWebinarParticipants", webinar.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .hasSize(3);
    }

    @Test
    void keepsNothingOfAPracticeSession(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{\"practice_session\": true}");
        String host = scene.control("controlWebinarStart", webinar.id())
                .expect(200)
                .json()
                .text("participant_id");

        scene.control("controlWebinarLeave", webinar.id(), host).expect(204);

        assertThat(scene.ask("pastWebinars", webinar.id()).expect(200).json().docs("webinars"))
                .isEmpty();
        scene.ask("listWebinarParticipants", webinar.id()).refused("webinar-past-missing");
        scene.control("controlWebinarLive", webinar.id()).refused("control-webinar-not-live");
        scene.control("controlWebinarEnd", webinar.id()).refused("control-webinar-not-live");
        scene.control("controlWebinarBroadcast", webinar.id()).refused("control-webinar-not-live");
        scene.ask("webinarDelete", webinar.id()).announcing("webinar.deleted").expect(204);
    }

    @Test
    void admitsAttendeesUpToTheLicence(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"feature\": {\"webinar\": true, \"webinar_capacity\": 100}}");
        Doc webinar = Plans.webinar(scene, host, "{}");
        Doc pat = panelist(scene, webinar);
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        for (int i = 0; i < 100; i++) {
            join(scene, webinar, "{}", JOINED);
        }

        Doc last = join(scene, webinar, "{}");
        Doc presenter = join(scene, webinar, "{\"panelist_id\": \"%s\"}".formatted(pat.id()), JOINED);

        assertThat(last.text("reason")).isEqualTo("full");
        assertThat(presenter.text("outcome")).isEqualTo("admitted");
    }

    @Test
    void changesAndRemovesPeople(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        String ada = join(scene, webinar, "{\"name\": \"Ada\"}", JOINED).text("participant_id");

        assertThat(scene.control("controlWebinarParticipantUpdate", webinar.id(), ada)
                        .body("{\"name\": \"Ada L.\"}")
                        .expect(200)
                        .json()
                        .text("name"))
                .isEqualTo("Ada L.");
        scene.control("controlWebinarLeave", webinar.id(), ada).announcing(LEFT).expect(204);
        scene.control("controlWebinarLeave", webinar.id(), ada).refused("control-participant-missing");
        scene.control("controlWebinarParticipantUpdate", webinar.id(), ada)
                .body("{}")
                .refused("control-participant-missing");
        scene.control("controlWebinarJoin", webinar.id())
                .body("{\"user_id\": \"none@example.org\"}")
                .refused("control-user-missing");
    }

    @Test
    void endsAndTransfersTheWebinarsOfARemovedHost(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        Doc heir = scene.user("heir@example.org");
        Plans.set(scene, heir, "{\"feature\": {\"webinar\": true, \"webinar_capacity\": 500}}");
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);

        scene.ask("userDelete", webinar.text("host_id"))
                .query("action", "delete")
                .query("transfer_email", "heir@example.org")
                .query("transfer_webinar", true)
                .announcing(LEFT, ENDED, "user.deleted")
                .expect(204);

        assertThat(scene.ask("webinar", webinar.id()).expect(200).json().text("host_id"))
                .isEqualTo(heir.id());
    }
}

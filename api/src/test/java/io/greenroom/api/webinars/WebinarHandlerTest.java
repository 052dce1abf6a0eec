package io.greenroom.api.webinars;

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

@GreenroomTest
class WebinarHandlerTest {
    static final String WEEKLY =
            """
            {"topic": "Series", "type": 9, "start_time": "2021-10-18T09:00:00", "timezone": "Europe/Berlin",
             "duration": 30, "recurrence": {"type": 2, "weekly_days": "2,4", "end_times": 4}}""";

    private static Doc shown(Scene scene, Doc webinar) {
        return scene.ask("webinar", webinar.id()).expect(200).json();
    }

    @Test
    @Tag("postgres")
    void schedulesAWebinar(Scene scene) {
        Doc host = Plans.host(scene);
        Reply reply = scene.ask("webinarCreate", host.id())
                .body(
                        """
                {"topic": "Launch", "start_time": "2021-10-05T10:00:00", "timezone": "Europe/Berlin",
                 "settings": {"approval_type": 0}}""")
                .announcing("webinar.created")
                .expect(201);

        Doc webinar = reply.json();
        assertThat(webinar.id()).matches("[89][0-9]{10}");
        assertThat(webinar.text("start_time")).isEqualTo("2021-10-05T08:00:00Z");
        assertThat(webinar.number("type")).isEqualTo(5);
        assertThat(webinar.text("host_email")).isEqualTo("host@example.org");
        assertThat(webinar.text("password")).hasSize(6);
        assertThat(webinar.text("join_url")).startsWith(scene.origin() + "/j/" + webinar.id() + "?pwd=");
        assertThat(webinar.text("start_url")).startsWith(scene.origin() + "/s/" + webinar.id() + "?zak=ey");
        assertThat(webinar.text("registration_url")).startsWith(scene.origin() + "/webinar/register/");
        assertThat(webinar.flag("registrants_confirmation_email")).isTrue();
        assertThat(webinar.doc("settings").doc("question_and_answer").flag("enable"))
                .isTrue();
        assertThat(reply.header("Content-Location")).endsWith("/webinars/" + webinar.id());
        assertThatJson(Json.write(reply.event("webinar.created").object()))
                .isEqualTo(
                        """
                {"uuid": "%s", "id": %s, "host_id": "%s", "topic": "Launch", "type": 5,
                 "start_time": "2021-10-05T08:00:00Z", "duration": 60, "timezone": "Europe/Berlin",
                 "join_url": "%s", "password": "%s", "settings": {"use_pmi": false, "alternative_hosts": ""}}"""
                                .formatted(
                                        webinar.text("uuid"),
                                        webinar.id(),
                                        host.id(),
                                        webinar.text("join_url"),
                                        webinar.text("password")));
        assertThat(shown(scene, webinar).doc("settings")).isEqualTo(webinar.doc("settings"));
        assertThat(scene.ask("webinars", host.id()).expect(200).json().docs("webinars"))
                .extracting(row -> row.text("topic"))
                .containsExactly("Launch");
    }

    @Test
    void changesAWebinar(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");

        Reply reply = scene.ask("webinarUpdate", webinar.id())
                .body("{\"topic\": \"Relaunch\"}")
                .announcing("webinar.updated")
                .expect(204);
        scene.ask("webinarUpdate", webinar.id()).body("{}").expect(204);

        assertThat(shown(scene, webinar).text("topic")).isEqualTo("Relaunch");
        Doc payload = reply.event("webinar.updated").payload();
        assertThatJson(Json.write(payload.doc("object")))
                .isEqualTo("{\"id\": %s, \"topic\": \"Relaunch\"}".formatted(webinar.id()));
        assertThatJson(Json.write(payload.doc("old_object")))
                .isEqualTo("{\"id\": %s, \"topic\": \"Launch\"}".formatted(webinar.id()));
    }

    @Test
    void changesAndDeletesSingleOccurrences(Scene scene) {
        Doc webinar = Plans.webinar(scene, Plans.host(scene), WEEKLY);
        String second = webinar.docs("occurrences").get(1).text("occurrence_id");
        String third = webinar.docs("occurrences").get(2).text("occurrence_id");

        scene.ask("webinarUpdate", webinar.id())
                .query("occurrence_id", second)
                .body("{\"settings\": {\"hd_video\": true, \"practice_session\": true}, \"duration\": 45}")
                .announcing("webinar.updated")
                .expect(204);
        scene.ask("webinarDelete", webinar.id())
                .query("occurrence_id", third)
                .announcing("webinar.deleted")
                .expect(204);

        Doc one = scene.ask("webinar", webinar.id())
                .query("occurrence_id", second)
                .expect(200)
                .json();
        assertThat(one.number("duration")).isEqualTo(45);
        assertThat(one.doc("settings").flag("hd_video")).isTrue();
        assertThat(one.doc("settings").flag("practice_session")).isFalse();
        assertThat(shown(scene, webinar).docs("occurrences")).hasSize(3);
        for (String operation : new String[] {"webinar", "webinarUpdate", "webinarDelete"}) {
            scene.ask(operation, webinar.id())
                    .query("occurrence_id", third)
                    .body("{}")
                    .refused("meeting-occurrence-invalid");
        }
    }

    @Test
    void deletesAndRecoversAWebinar(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        scene.ask("webinarDelete", webinar.id()).announcing("webinar.deleted").expect(204);
        scene.ask("webinar", webinar.id()).refused("webinar-missing");

        scene.control("controlWebinarRecover", webinar.id())
                .announcing("webinar.recovered")
                .expect(204);

        assertThat(shown(scene, webinar).text("topic")).isEqualTo("Launch");
        scene.control("controlWebinarRecover", webinar.id()).refused("control-webinar-undeleted");
    }

    @Test
    void purgesADeletedWebinar(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        scene.ask("webinarDelete", webinar.id()).announcing("webinar.deleted").expect(204);

        scene.advance(Duration.ofDays(8));

        assertThat(scene.events()).extracting(Reply.Heard::name).contains("webinar.permanently_deleted");
        scene.control("controlWebinarRecover", webinar.id()).refused("control-webinar-undeleted");
    }

    @Test
    void protectsAWebinarWithoutPasscode(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");

        scene.ask("webinarUpdate", webinar.id()).body("{\"password\": \"\"}").expect(204);

        assertThat(shown(scene, webinar).text("password")).isNotEmpty();
    }

    @Test
    void appliesATemplate(Scene scene) {
        Doc host = Plans.host(scene);
        Doc template = scene.control("controlWebinarTemplateCreate", host.id())
                .body("{\"name\": \"Town hall\", \"duration\": 90, \"settings\": {\"practice_session\": true}}")
                .expect(201)
                .json();

        Doc webinar = Plans.webinar(scene, host, "{\"template_id\": \"%s\"}".formatted(template.id()));

        assertThat(webinar.number("duration")).isEqualTo(90);
        assertThat(webinar.text("template_id")).isEqualTo(template.id());
        assertThat(webinar.doc("settings").flag("practice_session")).isTrue();
        assertThatJson(scene.ask("listWebinarTemplates", host.id()).expect(200).text())
                .isEqualTo("{\"total_records\": 1, \"templates\": [{\"id\": \"%s\", \"name\": \"Town hall\"}]}"
                        .formatted(template.id()));
    }

    @Test
    void keepsPollsAndLinks(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        Doc poll = scene.ask("webinarPollCreate", webinar.id())
                .body("{\"title\": \"Lunch\"}")
                .expect(201)
                .json();
        scene.ask("webinarPollUpdate", webinar.id(), poll.id())
                .body("{\"title\": \"Dinner\"}")
                .expect(204);

        assertThat(scene.ask("webinarPollGet", webinar.id(), poll.id())
                        .expect(200)
                        .json()
                        .text("title"))
                .isEqualTo("Dinner");
        assertThat(scene.ask("webinarPolls", webinar.id()).expect(200).json().docs("polls"))
                .hasSize(1);
        scene.ask("webinarPollDelete", webinar.id(), poll.id()).expect(204);
        for (String operation : new String[] {"webinarPollGet", "webinarPollUpdate", "webinarPollDelete"}) {
            scene.ask(operation, webinar.id(), poll.id())
                    .body("{\"title\": \"Tea\"}")
                    .refused("webinar-poll-missing");
        }
        assertThat(scene.ask("webinarInviteLinksCreate", webinar.id())
                        .body("{\"attendees\": [{\"name\": \"Ada\"}]}")
                        .expect(201)
                        .json()
                        .docs("attendees")
                        .getFirst()
                        .text("join_url"))
                .startsWith(scene.origin() + "/j/" + webinar.id() + "?tk=");
    }
}

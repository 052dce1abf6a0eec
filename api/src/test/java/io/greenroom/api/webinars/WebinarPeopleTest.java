package io.greenroom.api.webinars;

import static io.greenroom.api.webinars.Plans.ENDED;
import static io.greenroom.api.webinars.Plans.JOINED;
import static io.greenroom.api.webinars.Plans.LEFT;
import static io.greenroom.api.webinars.Plans.STARTED;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The panelists, registrants, tracking sources and absentees of webinars. */
@GreenroomTest
class WebinarPeopleTest {
    private static final String CREATED = "webinar.registration_created";
    private static final String PAT = "{\"panelists\": [{\"name\": \"Pat\", \"email\": \"pat@example.com\"}]}";

    private static Doc register(Scene scene, Doc webinar, String name) {
        return scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"first_name\": \"%s\", \"last_name\": \"X\", \"email\": \"%s@example.com\"}"
                        .formatted(name, name))
                .announcing(CREATED)
                .expect(201)
                .json();
    }

    private static Doc rows(Scene scene, Doc webinar, String status) {
        return scene.ask("webinarRegistrants", webinar.id())
                .query("status", status)
                .expect(200)
                .json();
    }

    @Test
    @Tag("postgres")
    void addsAndRemovesPanelists(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        Doc added = scene.ask("webinarPanelistCreate", webinar.id())
                .body(PAT)
                .expect(201)
                .json();
        scene.ask("webinarPanelistCreate", webinar.id()).body(PAT).expect(201);

        Doc list = scene.ask("webinarPanelists", webinar.id()).expect(200).json();
        Doc pat = list.docs("panelists").getFirst();
        assertThat(added.text("id")).isEqualTo(webinar.id());
        assertThat(list.number("total_records")).isEqualTo(1);
        assertThat(pat.text("join_url")).startsWith(scene.origin() + "/w/" + webinar.id() + "?tk=");
        assertThat(scene.control("controlMails").expect(200).json().docs("mails"))
                .extracting(mail -> mail.text("kind") + " " + mail.text("to", ""))
                .hasSize(1);
        scene.ask("webinarPanelistDelete", webinar.id(), "pat@example.com").expect(204);
        scene.ask("webinarPanelistDelete", webinar.id(), pat.id()).refused("webinar-panelist-missing");
        scene.ask("webinarPanelistCreate", webinar.id()).body(PAT).expect(201);
        scene.ask("webinarPanelistsDelete", webinar.id()).expect(204);
        assertThat(scene.ask("webinarPanelists", webinar.id())
                        .expect(200)
                        .json()
                        .docs("panelists"))
                .isEmpty();
    }

    @Test
    void limitsPanelists(Scene scene) {
        Doc host = Plans.host(scene);
        Plans.set(scene, host, "{\"feature\": {\"meeting_capacity\": 1}}");
        Doc webinar = Plans.webinar(scene, host, "{}");

        scene.ask("webinarPanelistCreate", webinar.id())
                .body("{\"panelists\": [{\"email\": \"a@example.com\"}, {\"email\": \"b@example.com\"}]}")
                .refused("webinar-panelists-full");

        assertThat(scene.ask("webinarPanelists", webinar.id())
                        .expect(200)
                        .json()
                        .docs("panelists"))
                .isEmpty();
    }

    @Test
    void registersApprovesAndCancels(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{\"approval_type\": 1}");
        Doc ada = register(scene, webinar, "ada");
        assertThat(ada.names()).doesNotContain("join_url");
        assertThat(rows(scene, webinar, "pending").docs("registrants")).hasSize(1);

        Reply approved = scene.ask("webinarRegistrantStatus", webinar.id())
                .body("{\"action\": \"approve\", \"registrants\": [{\"id\": \"%s\"}]}"
                        .formatted(ada.text("registrant_id")))
                .announcing("webinar.registration_approved")
                .expect(204);

        assertThat(approved.event("webinar.registration_approved")
                        .object()
                        .doc("registrant")
                        .text("email"))
                .isEqualTo("ada@example.com");
        assertThat(scene.ask("webinarRegistrantGet", webinar.id(), ada.text("registrant_id"))
                        .expect(200)
                        .json()
                        .text("status"))
                .isEqualTo("approved");
        scene.ask("deleteWebinarRegistrant", webinar.id(), ada.text("registrant_id"))
                .announcing("webinar.registration_cancelled")
                .expect(204);
        scene.ask("deleteWebinarRegistrant", webinar.id(), ada.text("registrant_id"))
                .refused("meeting-registrant-missing");
        scene.ask("webinarRegistrantGet", webinar.id(), ada.text("registrant_id"))
                .refused("meeting-registrant-missing");
        scene.ask("deleteWebinarRegistrant", webinar.id(), "x").refused("meeting-registrant-id-invalid");
        Doc bob = register(scene, webinar, "bob");
        scene.ask("webinarRegistrantStatus", webinar.id())
                .body("{\"action\": \"deny\", \"registrants\": [{\"id\": \"%s\"}]}"
                        .formatted(bob.text("registrant_id")))
                .announcing("webinar.registration_denied")
                .expect(204);
        assertThat(rows(scene, webinar, "denied").docs("registrants")).hasSize(1);
    }

    @Test
    void registersSeveralPeopleAndChangesQuestions(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{\"approval_type\": 0}");
        String people =
                """
                {"registrants": [{"first_name": "Ada", "email": "ada@example.com"},
                 {"first_name": "Bob", "email": "bob@example.com"}]}""";
        assertThat(scene.ask("addBatchWebinarRegistrants", webinar.id())
                        .body(people)
                        .announcing(CREATED, CREATED)
                        .expect(200)
                        .json()
                        .docs("registrants"))
                .hasSize(2);
        scene.ask("webinarRegistrantQuestionUpdate", webinar.id())
                .body("{\"questions\": [{\"field_name\": \"city\", \"required\": true}]}")
                .expect(204);
        assertThat(scene.ask("webinarRegistrantsQuestionsGet", webinar.id())
                        .expect(200)
                        .json()
                        .docs("questions"))
                .extracting(question -> question.text("field_name"))
                .contains("city");
    }

    @Test
    void refusesHostsPanelistsAndTooManyPeople(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{\"approval_type\": 0, \"registrants_restrict_number\": 1}");
        scene.ask("webinarPanelistCreate", webinar.id()).body(PAT).expect(201);

        scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"first_name\": \"Host\", \"last_name\": \"X\", \"email\": \"host@example.org\"}")
                .refused("webinar-host-registers");
        scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"first_name\": \"Pat\", \"last_name\": \"X\", \"email\": \"pat@example.com\"}")
                .refused("webinar-work-email");
        scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"first_name\": \" \", \"last_name\": \"X\", \"email\": \"x@example.com\"}")
                .refused("webinar-name-invalid");
        scene.ask("webinarRegistrantCreate", webinar.id())
                .query("occurrence_ids", "1")
                .body("{\"first_name\": \"X\", \"last_name\": \"X\", \"email\": \"y@example.com\"}")
                .refused("meeting-occurrences-invalid");
        register(scene, webinar, "ada");
        scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"first_name\": \"Bob\", \"last_name\": \"X\", \"email\": \"bob@example.com\"}")
                .refused("webinar-full");
        scene.ask("addBatchWebinarRegistrants", webinar.id())
                .body("{\"registrants\": [{\"first_name\": \"Bob\", \"email\": \"bob@example.com\"}]}")
                .refused("webinar-full-for-batch");
    }

    @Test
    void countsVisitsAndRegistrationsThroughTrackingSources(Scene scene) throws IOException, InterruptedException {
        Doc webinar = Plans.webinar(scene, "{\"approval_type\": 0}");
        Doc source = scene.control("controlTrackingSourceCreate", webinar.id())
                .body("{\"source_name\": \"Newsletter\"}")
                .expect(201)
                .json();

        HttpRequest visit =
                HttpRequest.newBuilder(URI.create(source.text("tracking_url"))).build();
        assertThat(scene.http()
                        .send(visit, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThatJson(scene.ask("getTrackingSources", webinar.id()).expect(200).text())
                .isEqualTo(
                        """
                {"total_records": 1, "tracking_sources": [{"id": "%s", "source_name": "Newsletter",
                 "tracking_url": "%s", "registrationr_count": 0, "visitor_count": 1}]}"""
                                .formatted(source.id(), webinar.text("registration_url") + "?source=" + source.id()));
        assertThat(scene.ask("webinarRegistrants", webinar.id())
                        .query("tracking_source_id", source.id())
                        .expect(200)
                        .json()
                        .docs("registrants"))
                .isEmpty();
    }

    @Test
    void limitsTrackingSources(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        for (int i = 0; i < 50; i++) {
            scene.control("controlTrackingSourceCreate", webinar.id())
                    .body("{\"source_name\": \"x\"}")
                    .expect(201);
        }

        scene.control("controlTrackingSourceCreate", webinar.id())
                .body("{\"source_name\": \"x\"}")
                .refused("control-sources-full");
    }

    @Test
    @Tag("postgres")
    void listsAbsentees(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{\"approval_type\": 0}");
        Doc ada = register(scene, webinar, "ada");
        register(scene, webinar, "bob");
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        scene.control("controlWebinarJoin", webinar.id())
                .body("{\"registrant_id\": \"%s\"}".formatted(ada.text("registrant_id")))
                .announcing(JOINED)
                .expect(200);
        scene.ask("webinarAbsentees", webinar.id()).refused("meeting-not-ended");
        scene.control("controlWebinarEnd", webinar.id())
                .announcing(LEFT, LEFT, ENDED)
                .expect(204);

        assertThat(scene.ask("webinarAbsentees", webinar.id())
                        .expect(200)
                        .json()
                        .docs("registrants"))
                .extracting(one -> one.text("email"))
                .containsExactly("bob@example.com");
        scene.ask("webinarAbsentees", webinar.id())
                .query("occurrence_id", "1")
                .refused("webinar-occurrence-invalid", "occurrence_id", "1");
        scene.ask("webinarAbsentees", "x").refused("webinar-uuid-invalid");
    }
}

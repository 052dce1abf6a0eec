package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.parts.registration.RegistrationTables;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Registrants of meetings: registering, listing, approving, denying, cancelling. */
@GreenroomTest
class MeetingRegistrationHandlerTest {
    private static final String CREATED = "meeting.registration_created";
    private static final String APPROVED = "meeting.registration_approved";
    private static final String DENIED = "meeting.registration_denied";
    private static final String CANCELLED = "meeting.registration_cancelled";
    private static final String AUTOMATIC = "{\"approval_type\": 0}";
    private static final String MANUAL = "{\"approval_type\": 1}";
    private static final String ADA =
            "{\"email\": \"Ada@example.com\", \"first_name\": \"Ada\", \"last_name\": \"Lovelace\"}";

    private static Doc meeting(Scene scene, String settings) {
        return meeting(scene, scene.user("host@example.org"), settings);
    }

    private static Doc meeting(Scene scene, Doc host, String settings) {
        return Plans.meeting(
                scene,
                host,
                "{\"topic\": \"Planning\", \"start_time\": \"2021-08-02T10:00:00Z\", \"settings\": %s}"
                        .formatted(settings));
    }

    private static Reply register(Scene scene, Doc meeting, String body) {
        return scene.ask("meetingRegistrantCreate", meeting.id())
                .body(body)
                .announcing(CREATED)
                .expect(201);
    }

    private static String registrant(Scene scene, Doc meeting, String email) {
        return register(scene, meeting, "{\"email\": \"%s\", \"first_name\": \"Eve\"}".formatted(email))
                .json()
                .text("registrant_id");
    }

    private static List<Doc> list(Scene scene, Doc meeting, String status) {
        Doc page = scene.ask("meetingRegistrants", meeting.id())
                .query("status", status)
                .expect(200)
                .json();
        assertThat(page.number("total_records"))
                .isEqualTo(page.docs("registrants").size());
        return page.docs("registrants");
    }

    private static Reply decide(Scene scene, Doc meeting, String action, String named, String... events) {
        return scene.ask("meetingRegistrantStatus", meeting.id())
                .body("{\"action\": \"%s\", \"registrants\": [%s]}".formatted(action, named))
                .announcing(events)
                .expect(204);
    }

    private static String id(String id) {
        return "{\"id\": \"" + id + "\"}";
    }

    @Test
    @Tag("postgres")
    void registersAndApprovesAPerson(Scene scene) {
        Doc meeting = meeting(scene, AUTOMATIC);
        Reply reply = register(scene, meeting, ADA);
        Doc answer = reply.json();

        assertThat(answer.names()).containsExactly("registrant_id", "id", "topic", "start_time", "join_url");
        assertThat(answer.number("id")).isEqualTo(meeting.number("id"));
        assertThat(answer.text("start_time")).isEqualTo("2021-08-02T10:00:00Z");
        assertThat(answer.text("join_url"))
                .matches(scene.origin() + "/w/" + meeting.id() + "\\?tk=[A-Za-z0-9_-]{43}&pwd="
                        + meeting.text("encrypted_password"));
        assertThatJson(Json.write(list(scene, meeting, "approved").getFirst()))
                .isEqualTo(
                        """
                {"id": "%s", "email": "Ada@example.com", "first_name": "Ada", "last_name": "Lovelace", "address": "",
                 "city": "", "country": "", "zip": "", "state": "", "phone": "", "industry": "", "org": "",
                 "job_title": "", "purchasing_time_frame": "", "role_in_purchase_process": "", "no_of_employees": "",
                 "comments": "", "custom_questions": [], "status": "approved", "create_time": "2021-08-02T10:00:00Z",
                 "join_url": "%s"}"""
                                .formatted(answer.text("registrant_id"), answer.text("join_url")));
        assertThatJson(Json.write(reply.event(CREATED).object()))
                .isEqualTo(
                        """
                {"uuid": "%s", "id": %s, "host_id": "%s", "topic": "Planning", "type": 2,
                 "start_time": "2021-08-02T10:00:00Z", "duration": 60, "timezone": "%s", "registrant":
                {"id": "%s", "first_name": "Ada", "last_name": "Lovelace", "email": "Ada@example.com", "address": "",
                 "city": "", "country": "", "zip": "", "state": "", "phone": "", "industry": "", "org": "",
                 "job_title": "", "purchasing_time_frame": "", "role_in_purchase_process": "", "no_of_employees": "",
                 "comments": "", "custom_questions": [], "status": "approved", "join_url": "%s"}}"""
                                .formatted(
                                        meeting.text("uuid"),
                                        meeting.id(),
                                        meeting.text("host_id"),
                                        meeting.text("timezone"),
                                        answer.text("registrant_id"),
                                        answer.text("join_url")));
        assertThat(reply.event(CREATED).payload().names()).containsExactly("account_id", "object");
    }

    @Test
    void leavesTheDecisionToTheHost(Scene scene) {
        Doc meeting = meeting(scene, MANUAL);
        Reply reply = register(scene, meeting, ADA);
        String ada = reply.json().text("registrant_id");

        assertThat(reply.json().names()).doesNotContain("join_url");
        assertThat(reply.event(CREATED).object().doc("registrant").text("status"))
                .isEqualTo("pending");
        assertThat(reply.event(CREATED).object().doc("registrant").names()).doesNotContain("join_url");
        assertThat(list(scene, meeting, "approved")).isEmpty();
        assertThat(list(scene, meeting, "pending").getFirst().names()).doesNotContain("join_url");

        Reply approval = decide(scene, meeting, "approve", id(ada), APPROVED);
        assertThat(approval.event(APPROVED).payload().names())
                .containsExactly("account_id", "operator", "operator_id", "object");
        assertThatJson(Json.write(approval.event(APPROVED).object().doc("registrant")))
                .isEqualTo(
                        """
                {"id": "%s", "first_name": "Ada", "last_name": "Lovelace", "email": "Ada@example.com"}"""
                                .formatted(ada));
        assertThat(list(scene, meeting, "approved").getFirst().names()).contains("join_url");
        decide(scene, meeting, "approve", id(ada));
        decide(scene, meeting, "deny", "{\"email\": \"ADA@example.com\"}", DENIED);
        assertThat(list(scene, meeting, "denied")).hasSize(1);
        decide(scene, meeting, "approve", id(ada), APPROVED);
        assertThat(list(scene, meeting, "denied")).isEmpty();
    }

    @Test
    void approvesAtOnceIfTheClientAsksForIt(Scene scene) {
        Doc meeting = meeting(scene, MANUAL);
        register(scene, meeting, ADA.replace("{", "{\"auto_approve\": true, "));

        assertThat(list(scene, meeting, "approved")).hasSize(1);
    }

    /** Some clients send the meeting's number as the id, and another key than {@code registrants} has no effect. */
    @Test
    void ignoresEntriesThatNameNoRegistrant(Scene scene) {
        Doc meeting = meeting(scene, MANUAL);
        register(scene, meeting, ADA);

        decide(scene, meeting, "approve", "{\"id\": \"unknown\"}, {\"email\": \"bob@example.com\"}, {}");
        scene.ask("meetingRegistrantStatus", meeting.id())
                .body("{\"action\": \"approve\", \"registrant\": [{\"email\": \"ada@example.com\"}]}")
                .expect(204);
        decide(
                scene,
                meeting,
                "approve",
                "{\"id\": \"%s\", \"email\": \"ada@example.com\"}".formatted(meeting.id()),
                APPROVED);
    }

    @Test
    void keepsARegistrantThatRegistersAgain(Scene scene) {
        Doc meeting = meeting(scene, AUTOMATIC);
        Doc first = register(scene, meeting, ADA).json();
        Doc again = scene.ask("meetingRegistrantCreate", meeting.id())
                .body(ADA.toLowerCase(java.util.Locale.ROOT))
                .expect(201)
                .json();
        assertThat(again).isEqualTo(first);

        decide(scene, meeting, "deny", "{\"email\": \"ada@example.com\"}", DENIED);
        Doc denied = scene.ask("meetingRegistrantCreate", meeting.id())
                .body(ADA)
                .expect(201)
                .json();
        assertThat(denied.text("registrant_id")).isEqualTo(first.text("registrant_id"));
        assertThat(denied.names()).doesNotContain("join_url");
        scene.ask("meetingRegistrantCreate", meeting.id())
                .body(ADA)
                .refused("meeting-registrant-quota", "limit", "3", "email", "Ada@example.com");
        assertThat(list(scene, meeting, "denied")).hasSize(1);
    }

    @Test
    void cancelsARegistration(Scene scene) {
        Doc meeting = meeting(scene, AUTOMATIC);
        Doc ada = register(scene, meeting, ADA).json();
        String bob = registrant(scene, meeting, "bob@example.com");
        scene.ask("meetingregistrantdelete", meeting.id(), ada.text("registrant_id"))
                .announcing(CANCELLED)
                .expect(204);
        decide(scene, meeting, "cancel", id(bob), CANCELLED);

        for (String status : List.of("approved", "pending", "denied")) {
            assertThat(list(scene, meeting, status)).isEmpty();
        }
        scene.ask("meetingregistrantdelete", meeting.id(), bob).refused("meeting-registrant-missing");
        decide(scene, meeting, "approve", id(bob));
        Doc again = register(scene, meeting, ADA).json();
        assertThat(again.text("registrant_id")).isNotEqualTo(ada.text("registrant_id"));
        assertThat(again.text("join_url")).isNotEqualTo(ada.text("join_url"));
    }

    @Test
    void limitsTheChangesOfAStatus(Scene scene) {
        Doc meeting = meeting(scene, AUTOMATIC);
        String ada = register(scene, meeting, ADA).json().text("registrant_id");
        for (int i = 0; i < 5; i++) {
            decide(scene, meeting, "deny", id(ada), DENIED);
            decide(scene, meeting, "approve", id(ada), APPROVED);
        }
        scene.ask("meetingRegistrantStatus", meeting.id())
                .body("{\"action\": \"deny\", \"registrants\": [%s]}".formatted(id(ada)))
                .refused("meeting-registrant-status-quota", "limit", "10", "registrant", "Ada@example.com");
        scene.advance(Duration.ofMinutes(59));
        assertThat(list(scene, meeting, "approved")).hasSize(1);
    }

    @Test
    void registersPeopleInABatch(Scene scene) {
        Doc meeting = meeting(scene, MANUAL);
        scene.ask("meetingRegistrantQuestionUpdate", meeting.id())
                .body("{\"questions\": [{\"field_name\": \"city\", \"required\": true}]}")
                .expect(204);
        String two = "[%s, {\"email\": \"bob@example.com\", \"first_name\": \"Bob\"}]".formatted(ADA);
        List<Doc> pending = scene.ask("addBatchRegistrants", meeting.id())
                .body("{\"registrants\": " + two + "}")
                .announcing(CREATED, CREATED)
                .expect(200)
                .json()
                .docs("registrants");
        List<Doc> approved = scene.ask("addBatchRegistrants", meeting.id())
                .body("{\"auto_approve\": true, \"registrants\": [%s, %s]}".formatted(ADA, ADA.replace("Ada@", "eve@")))
                .announcing(CREATED)
                .expect(200)
                .json()
                .docs("registrants");

        assertThat(pending).extracting(one -> one.text("email")).containsExactly("Ada@example.com", "bob@example.com");
        assertThat(pending.getFirst().names()).containsExactly("registrant_id", "email");
        assertThat(approved.getFirst().text("registrant_id"))
                .isEqualTo(pending.getFirst().text("registrant_id"));
        assertThat(approved.getLast().names()).containsExactly("registrant_id", "email", "join_url");
        assertThat(list(scene, meeting, "pending")).hasSize(2);
        assertThatJson(scene.ask("addBatchRegistrants", meeting.id())
                        .expect(200)
                        .text())
                .isEqualTo("{\"registrants\": []}");
        scene.ask("addBatchRegistrants", meeting.id())
                .body("{\"registrants\": [%s{}]}".formatted("{}, ".repeat(30)))
                .refused("validation");
    }

    @Test
    void registersNoMorePeopleThanMayTakePart(Scene scene) {
        Doc meeting = meeting(scene, AUTOMATIC);
        String last = fill(scene, meeting, 100);

        scene.ask("meetingRegistrantCreate", meeting.id()).body(ADA).refused("meeting-full");
        scene.ask("addBatchRegistrants", meeting.id())
                .body("{\"registrants\": [%s]}".formatted(ADA))
                .refused("meeting-full-for-batch");
        decide(scene, meeting, "deny", id(last), DENIED);
        register(scene, meeting, ADA);
        scene.ask("meetingRegistrantStatus", meeting.id())
                .body("{\"action\": \"approve\", \"registrants\": [%s]}".formatted(id(last)))
                .refused("meeting-full");
        assertThat(list(scene, meeting, "denied")).hasSize(1);
    }

    /** Registers so many people, and returns the id of the last. */
    private static String fill(Scene scene, Doc meeting, int people) {
        String last = "";
        for (int from = 0; from < people; from += 25) {
            StringBuilder batch = new StringBuilder();
            for (int i = from; i < from + 25; i++) {
                batch.append(i == from ? "" : ", ")
                        .append("{\"email\": \"p%d@example.com\", \"first_name\": \"P\"}".formatted(i));
            }
            String[] events = new String[25];
            java.util.Arrays.fill(events, CREATED);
            last = scene.ask("addBatchRegistrants", meeting.id())
                    .body("{\"registrants\": [" + batch + "]}")
                    .announcing(events)
                    .expect(200)
                    .json()
                    .docs("registrants")
                    .getLast()
                    .text("registrant_id");
        }
        return last;
    }

    @Test
    void pagesRegistrantsByNumberAndByToken(Scene scene) {
        Doc meeting = meeting(scene, AUTOMATIC);
        fill(scene, meeting, 50);

        Doc second = scene.ask("meetingRegistrants", meeting.id())
                .query("page_size", 20)
                .query("page_number", 2)
                .expect(200)
                .json();
        Doc first = scene.ask("meetingRegistrants", meeting.id())
                .query("page_size", 20)
                .expect(200)
                .json();
        Doc next = scene.ask("meetingRegistrants", meeting.id())
                .query("page_size", 20)
                .query("next_page_token", first.text("next_page_token"))
                .expect(200)
                .json();
        assertThat(second.number("total_records")).isEqualTo(50);
        assertThat(second.docs("registrants").getFirst().text("email")).isEqualTo("p20@example.com");
        assertThat(next.docs("registrants")).isEqualTo(second.docs("registrants"));
    }

    @Test
    void removesRegistrantsWithTheirMeeting(Scene scene) {
        Doc meeting = meeting(scene, AUTOMATIC);
        register(scene, meeting, ADA);
        scene.ask("meetingDelete", meeting.id()).announcing("meeting.deleted").expect(204);

        scene.advance(Duration.ofDays(8));

        assertThat(scene.<Long>inside(
                        unit -> unit.in(RegistrationTables.REGISTRANTS).count()))
                .isZero();
    }
}

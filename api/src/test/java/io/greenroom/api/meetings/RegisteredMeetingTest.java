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
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may join a meeting with registration, registration for occurrences, and the last place. */
@GreenroomTest
class RegisteredMeetingTest {
    private static final String CREATED = "meeting.registration_created";
    private static final String JOINED = "meeting.participant_joined";

    private static Doc single(Scene scene, Doc host, String settings) {
        return Plans.meeting(
                scene,
                host,
                "{\"start_time\": \"2021-08-02T10:00:00Z\", \"settings\": {\"join_before_host\": true, %s}}"
                        .formatted(settings));
    }

    private static Doc weekly(Scene scene, int registrationType) {
        return Plans.meeting(
                scene,
                scene.user("host@example.org"),
                Plans.WEEKLY.replaceFirst(
                        "\\{",
                        "{\"settings\": {\"approval_type\": 0, \"registration_type\": " + registrationType + "}, "));
    }

    private static Doc register(Scene scene, Doc meeting, String email, String... occurrences) {
        return scene.ask("meetingRegistrantCreate", meeting.id())
                .query("occurrence_ids", String.join(",", occurrences))
                .body("{\"email\": \"%s\", \"first_name\": \"Eve\", \"last_name\": \"Moe\"}".formatted(email))
                .announcing(CREATED)
                .expect(201)
                .json();
    }

    private static String token(Doc registration) {
        return registration.text("join_url").replaceFirst(".*tk=([^&]*).*", "$1");
    }

    private static Doc join(Scene scene, Doc meeting, String field, String value, String... events) {
        return scene.control("controlMeetingJoin", meeting.id())
                .body("{\"%s\": \"%s\"}".formatted(field, value))
                .announcing(events)
                .expect(200)
                .json();
    }

    private static void assertRefused(Scene scene, Doc meeting, String field, String value, String reason) {
        assertThat(join(scene, meeting, field, value).text("reason")).isEqualTo(reason);
    }

    private static void decide(Scene scene, Doc meeting, String action, String id, String occurrence, String event) {
        scene.ask("meetingRegistrantStatus", meeting.id())
                .query("occurrence_id", occurrence)
                .body("{\"action\": \"%s\", \"registrants\": [{\"id\": \"%s\"}]}".formatted(action, id))
                .announcing(event)
                .expect(204);
    }

    private static void decide(Scene scene, Doc meeting, String action, String id, String event) {
        scene.ask("meetingRegistrantStatus", meeting.id())
                .body("{\"action\": \"%s\", \"registrants\": [{\"id\": \"%s\"}]}".formatted(action, id))
                .announcing(event)
                .expect(204);
    }

    private static List<String> emails(Scene scene, Doc meeting, String status, String occurrence) {
        return scene
                .ask("meetingRegistrants", meeting.id())
                .query("status", status)
                .query("occurrence_id", occurrence)
                .expect(200)
                .json()
                .docs("registrants")
                .stream()
                .map(one -> one.text("email"))
                .toList();
    }

    @Test
    void admitsApprovedRegistrantsOnly(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc helper = scene.user("helper@example.org");
        Doc meeting = single(scene, host, "\"approval_type\": 1, \"alternative_hosts\": \"helper@example.org\"");
        Doc answer = register(scene, meeting, "eve@example.com");
        String eve = answer.text("registrant_id");

        assertRefused(scene, meeting, "name", "Bob", "registration_required");
        assertRefused(scene, meeting, "email", "eve@example.com", "registration_required");
        assertRefused(scene, meeting, "registrant_id", eve, "registration_pending");
        decide(scene, meeting, "deny", eve, "meeting.registration_denied");
        assertRefused(scene, meeting, "registrant_id", eve, "registration_denied");
        decide(scene, meeting, "approve", eve, "meeting.registration_approved");
        join(scene, meeting, "registrant_id", eve, "meeting.started", "meeting.participant_jbh_joined", JOINED);
        join(scene, meeting, "user_id", helper.id(), JOINED);
        join(scene, meeting, "user_id", host.id(), JOINED);
        decide(scene, meeting, "cancel", eve, "meeting.registration_cancelled");
        assertRefused(scene, meeting, "registrant_id", eve, "registration_required");
    }

    @Test
    void takesNameAndAddressFromTheRegistration(Scene scene) {
        Doc meeting = single(scene, scene.user("host@example.org"), "\"approval_type\": 0");
        Doc ada = scene.user("ada@example.org");
        String token = token(register(scene, meeting, "eve@example.com"));
        register(scene, meeting, "ada@example.org");
        join(scene, meeting, "token", token, "meeting.started", "meeting.participant_jbh_joined", JOINED);
        join(scene, meeting, "user_id", ada.id(), JOINED);
        assertRefused(scene, meeting, "token", token + "x", "registration_required");

        List<Doc> people = scene.control("controlMeetingLive", meeting.id())
                .expect(200)
                .json()
                .docs("participants");
        assertThat(people.getFirst().text("name")).isEqualTo("Eve Moe");
        assertThat(people.getFirst().text("email")).isEqualTo("eve@example.com");
        assertThat(people.getLast().text("id")).isEqualTo(ada.id());
    }

    @Test
    void endsTheEarlierStayOfARegistrantOnASecondDevice(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc meeting = single(scene, host, "\"approval_type\": 0, \"allow_multiple_devices\": false");
        String token = token(register(scene, meeting, "eve@example.com"));
        join(scene, meeting, "token", token, "meeting.started", "meeting.participant_jbh_joined", JOINED);
        join(scene, meeting, "user_id", host.id(), JOINED);

        join(scene, meeting, "token", token, "meeting.participant_left", JOINED);
        assertThat(scene.control("controlMeetingLive", meeting.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .hasSize(2);
    }

    /** Once for all occurrences: no occurrences are chosen, and each occurrence has all registrants. */
    @Test
    void registersOnceForAllOccurrences(Scene scene) {
        Doc meeting = weekly(scene, 1);
        List<Doc> occurrences = meeting.docs("occurrences");
        String last = occurrences.getLast().text("occurrence_id");
        Doc answer = register(scene, meeting, "eve@example.com", last);

        assertThat(answer.text("start_time")).isEqualTo(occurrences.getLast().text("start_time"));
        assertThat(emails(scene, meeting, "approved", occurrences.getFirst().text("occurrence_id")))
                .containsExactly("eve@example.com");
        assertThat(emails(scene, meeting, "approved", "1")).isEmpty();
        scene.ask("meetingregistrantdelete", meeting.id(), answer.text("registrant_id"))
                .query("occurrence_id", "1")
                .refused("meeting-registrant-missing");
    }

    @Test
    @Tag("postgres")
    void registersForSingleOccurrences(Scene scene) {
        Doc meeting = weekly(scene, 2);
        List<String> ids = meeting.docs("occurrences").stream()
                .map(occurrence -> occurrence.text("occurrence_id"))
                .toList();
        String eve = register(scene, meeting, "eve@example.com", ids.get(1)).text("registrant_id");
        register(scene, meeting, "bob@example.com");
        register(scene, meeting, "eve@example.com", ids.get(1), ids.get(2));

        assertThat(emails(scene, meeting, "approved", ids.get(0))).containsExactly("bob@example.com");
        assertThat(emails(scene, meeting, "approved", ids.get(1)))
                .containsExactly("eve@example.com", "bob@example.com");
        decide(scene, meeting, "deny", eve, ids.get(1), "meeting.registration_denied");
        assertThat(emails(scene, meeting, "denied", ids.get(1))).containsExactly("eve@example.com");
        assertThat(emails(scene, meeting, "approved", ids.get(2)))
                .containsExactly("bob@example.com", "eve@example.com");
        assertThat(emails(scene, meeting, "approved", "")).containsExactly("eve@example.com", "bob@example.com");
        assertRefused(scene, meeting, "registrant_id", eve, "registration_required");
        scene.advance(Duration.ofDays(78));
        scene.ask("meetingregistrantdelete", meeting.id(), eve)
                .query("occurrence_id", ids.get(2))
                .announcing("meeting.registration_cancelled")
                .expect(204);
        assertThat(emails(scene, meeting, "denied", "")).containsExactly("eve@example.com");
    }

    @Test
    void admitsRegistrantsToTheirOccurrences(Scene scene) {
        Doc meeting = weekly(scene, 3);
        String second = meeting.docs("occurrences").get(1).text("occurrence_id");
        String eve = register(scene, meeting, "eve@example.com", second).text("registrant_id");
        assertRefused(scene, meeting, "registrant_id", eve, "registration_required");

        scene.advance(Duration.ofDays(78));
        assertThat(join(scene, meeting, "registrant_id", eve, "meeting.participant_jbh_waiting")
                        .text("reason"))
                .isEqualTo("waiting_for_host");
    }

    @Test
    void refusesOccurrencesThatCannotBeChosen(Scene scene) {
        Doc meeting = weekly(scene, 2);
        Doc single = single(scene, scene.user("other@example.org"), "\"approval_type\": 0");
        String first = meeting.docs("occurrences").getFirst().text("occurrence_id");
        String body = "{\"email\": \"eve@example.com\", \"first_name\": \"Eve\"}";

        for (Doc any : List.of(meeting, single)) {
            scene.ask("meetingRegistrantCreate", any.id())
                    .query("occurrence_ids", "1634540400001")
                    .body(body)
                    .refused("meeting-occurrences-invalid");
        }
        scene.advance(Duration.ofDays(78));
        scene.ask("meetingRegistrantCreate", meeting.id())
                .query("occurrence_ids", first)
                .body(body)
                .refused("meeting-occurrences-invalid");
    }

    /** All but one place are taken, and 64 people want it. */
    @Test
    @Tag("postgres")
    void givesTheLastPlaceToOnePerson(Scene scene) throws ExecutionException, InterruptedException {
        Doc meeting = single(scene, scene.user("host@example.org"), "\"approval_type\": 1");
        for (int batch = 0; batch < 11; batch++) {
            scene.ask("addBatchRegistrants", meeting.id())
                    .body("{\"registrants\": ["
                            + String.join(
                                    ", ",
                                    IntStream.range(batch * 9, batch * 9 + 9)
                                            .mapToObj(RegisteredMeetingTest::person)
                                            .toList())
                            + "]}")
                    .announcing(IntStream.range(0, 9).mapToObj(any -> CREATED).toArray(String[]::new))
                    .expect(200);
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(100, 164)
                    .mapToObj(i -> threads.submit(() -> status(scene, meeting, person(i))))
                    .toList();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(63);
        assertThat(scene.ask("meetingRegistrants", meeting.id())
                        .query("status", "pending")
                        .expect(200)
                        .json()
                        .number("total_records"))
                .isEqualTo(100);
    }

    private static int status(Scene scene, Doc meeting, String person) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(scene.origin() + "/v2/meetings/" + meeting.id() + "/registrants"))
                .header("Authorization", "Bearer " + scene.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(person))
                .build();
        return scene.http()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String person(int i) {
        return "{\"email\": \"p%d@example.com\", \"first_name\": \"P\"}".formatted(i);
    }
}

package io.greenroom.api.webinars;

import static io.greenroom.api.webinars.Plans.ENDED;
import static io.greenroom.api.webinars.Plans.JOINED;
import static io.greenroom.api.webinars.Plans.LEFT;
import static io.greenroom.api.webinars.Plans.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits of webinars: seats of the licence, quotas, blocked domains, and large numbers of absentees. */
@GreenroomTest
class WebinarLimitsTest {
    private static final String CREATED = "webinar.registration_created";
    private static final int BATCH = 30;

    private static Doc webinar(Scene scene, int capacity, String body) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"feature\": {\"webinar\": true, \"webinar_capacity\": %d}}".formatted(capacity));
        return Plans.webinar(scene, host, body);
    }

    private static Ask batch(Scene scene, Doc webinar, int from, int to) {
        String people = IntStream.range(from, to)
                .mapToObj("{\"first_name\": \"P\", \"email\": \"p%d@example.com\"}"::formatted)
                .collect(Collectors.joining(", "));
        return scene.ask("addBatchWebinarRegistrants", webinar.id()).body("{\"registrants\": [" + people + "]}");
    }

    private static void register(Scene scene, Doc webinar, int count) {
        for (int from = 0; from < count; from += BATCH) {
            int to = Math.min(count, from + BATCH);
            batch(scene, webinar, from, to)
                    .announcing(Collections.nCopies(to - from, CREATED).toArray(String[]::new))
                    .expect(200);
            scene.advance(Duration.ofSeconds(1));
        }
    }

    private static Ask registration(Scene scene, Doc webinar, String email, String source) {
        return scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"first_name\": \"X\", \"last_name\": \"X\", \"email\": \"%s\", \"source_id\": \"%s\"}"
                        .formatted(email, source));
    }

    @Test
    void registersAsManyPeopleAsTheLicenceAdmits(Scene scene) {
        Doc webinar =
                webinar(scene, 100, "{\"start_time\": \"2021-08-03T10:00:00Z\", \"settings\": {\"approval_type\": 0}}");
        register(scene, webinar, 100);

        registration(scene, webinar, "x@example.com", "").refused("webinar-attendees-full");
        batch(scene, webinar, 200, 201).refused("webinar-attendees-full");
    }

    @Test
    void closesRegistrationWhenTheWebinarIsOver(Scene scene) {
        Doc webinar =
                webinar(scene, 100, "{\"start_time\": \"2021-08-02T10:00:00Z\", \"settings\": {\"approval_type\": 0}}");
        scene.advance(Duration.ofHours(2));

        registration(scene, webinar, "x@example.com", "").refused("webinar-registration-over");
        batch(scene, webinar, 0, 1).refused("webinar-registration-over-for-batch");
    }

    @Test
    void countsRegistrationsOfTrackingSources(Scene scene) {
        Doc webinar =
                webinar(scene, 100, "{\"start_time\": \"2021-08-03T10:00:00Z\", \"settings\": {\"approval_type\": 0}}");
        String source = scene.control("controlTrackingSourceCreate", webinar.id())
                .body("{\"source_name\": \"Newsletter\"}")
                .expect(201)
                .json()
                .id();
        registration(scene, webinar, "ada@example.com", source)
                .announcing(CREATED)
                .expect(201);
        registration(scene, webinar, "bob@example.com", "unknown")
                .announcing(CREATED)
                .expect(201);

        assertThat(scene.ask("getTrackingSources", webinar.id())
                        .expect(200)
                        .json()
                        .docs("tracking_sources")
                        .getFirst()
                        .number("registrationr_count"))
                .isEqualTo(1);
        assertThat(scene.ask("webinarRegistrants", webinar.id())
                        .query("tracking_source_id", source)
                        .expect(200)
                        .json()
                        .docs("registrants"))
                .extracting(one -> one.text("email"))
                .containsExactly("ada@example.com");
    }

    private static void hold(Scene scene, Doc webinar) {
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        scene.control("controlWebinarEnd", webinar.id()).announcing(LEFT, ENDED).expect(204);
        scene.advance(Duration.ofSeconds(1));
    }

    private static long absentees(Scene scene, Doc webinar, String occurrenceId) {
        Ask ask = scene.ask("webinarAbsentees", webinar.id()).query("page_size", 1);
        return (occurrenceId.isEmpty() ? ask : ask.query("occurrence_id", occurrenceId))
                .expect(200)
                .json()
                .number("total_records");
    }

    @Test
    void keepsTheAbsenteesOfLargeWebinars(Scene scene) {
        Doc webinar = webinar(
                scene, 1000, "{\"start_time\": \"2021-08-02T11:00:00Z\", \"settings\": {\"approval_type\": 0}}");
        register(scene, webinar, 510);

        hold(scene, webinar);

        assertThat(absentees(scene, webinar, "")).isEqualTo(510);
    }

    @Test
    void keepsAbsenteesByOccurrence(Scene scene) {
        Doc webinar = webinar(
                scene,
                100,
                """
                {"type": 9, "start_time": "2021-08-02T11:00:00Z", "recurrence": {"type": 1, "end_times": 2},
                 "settings": {"approval_type": 0}}""");
        registration(scene, webinar, "ada@example.com", "").announcing(CREATED).expect(201);

        hold(scene, webinar);

        String first = webinar.docs("occurrences").getFirst().text("occurrence_id");
        String second = webinar.docs("occurrences").getLast().text("occurrence_id");
        assertThat(absentees(scene, webinar, first)).isEqualTo(1);
        assertThat(absentees(scene, webinar, second)).isZero();
    }

    @Test
    void limitsChangesPerDay(Scene scene) {
        Doc webinar = webinar(scene, 100, "{}");
        for (int i = 0; i < 100; i++) {
            scene.advance(Duration.ofSeconds(1));
            scene.ask("webinarUpdate", webinar.id()).body("{}").expect(204);
        }
        for (int i = 1; i < 100; i++) {
            scene.advance(Duration.ofSeconds(1));
            scene.ask("webinarCreate", webinar.text("host_id"))
                    .body("{}")
                    .announcing("webinar.created")
                    .expect(201);
        }

        scene.ask("webinarUpdate", webinar.id()).body("{}").refused("webinar-quota");
        scene.ask("webinarCreate", webinar.text("host_id")).body("{}").refused("webinar-quota");
    }

    @Test
    void refusesPeopleOfBlockedDomains(Scene scene) {
        Doc webinar = webinar(scene, 100, "{}");
        scene.ask("userSettingsUpdate", webinar.text("host_id"))
                .query("option", "meeting_security")
                .body(
                        """
                {"meeting_security": {"block_user_domain": true, "block_user_domain_list": ["blocked.example"]}}""")
                .announcing("user.settings_updated")
                .expect(204);
        String body = "{\"settings\": {\"alternative_hosts\": \"eve@blocked.example\"}}";

        scene.ask("webinarCreate", webinar.text("host_id"))
                .body(body)
                .refused("webinar-domain-blocked", "domain", "blocked.example");
        scene.ask("webinarUpdate", webinar.id())
                .body(body)
                .refused("webinar-domain-blocked-on-change", "domain", "blocked.example");
    }

    @Test
    void endsNoWebinarOfOnPremisesHosts(Scene scene) {
        Doc webinar = webinar(scene, 100, "{}");
        scene.ask("userUpdate", webinar.text("host_id"))
                .body("{\"type\": 3}")
                .announcing("user.updated")
                .expect(204);

        scene.ask("webinarStatus", webinar.id()).body("{\"action\": \"end\"}").refused("webinar-on-premise");
    }

    @Test
    void keepsPastWebinarsFromOthers(Scene scene) {
        Doc webinar = webinar(scene, 100, "{}");
        Doc bob = scene.user("bob@example.org");
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);
        scene.control("controlWebinarEnd", webinar.id()).announcing(LEFT, ENDED).expect(204);

        scene.askAs(bob.id(), "webinar:read", "listWebinarParticipants", webinar.id())
                .refused("no-permission");
        for (String operation : new String[] {"listPastWebinarPollResults", "listPastWebinarQA"}) {
            scene.askAs(bob.id(), "webinar:read", operation, webinar.id()).refused("webinar-not-yours");
        }
    }

    @Test
    void deletesTheWebinarsOfAMovedHost(Scene scene) {
        Scene sub = scene.elsewhere();
        sub.change(account -> account.put("master_id", scene.account()));
        Doc webinar = webinar(scene, 100, "{}");
        scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200);

        scene.ask("switchUserAccount", "me", webinar.text("host_id"))
                .body("{\"account_id\": \"" + sub.account() + "\"}")
                .announcing("user.disassociated", LEFT, ENDED)
                .expect(204);

        scene.ask("webinar", webinar.id()).refused("webinar-missing");
    }
}

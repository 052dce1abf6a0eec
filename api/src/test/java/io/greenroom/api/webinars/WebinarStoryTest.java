package io.greenroom.api.webinars;

import static io.greenroom.api.webinars.Plans.ENDED;
import static io.greenroom.api.webinars.Plans.JOINED;
import static io.greenroom.api.webinars.Plans.LEFT;
import static io.greenroom.api.webinars.Plans.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A recurring webinar from the first registration to the last figure, over HTTP. */
@GreenroomTest
class WebinarStoryTest {
    private static final String REGISTERED = "webinar.registration_created";

    private static String email(int number) {
        return "person-%02d@example.com".formatted(number);
    }

    private static String register(Scene scene, Doc webinar, int number) {
        return scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"email\": \"%s\", \"first_name\": \"Person\", \"last_name\": \"%02d\"}"
                        .formatted(email(number), number))
                .announcing(REGISTERED)
                .expect(201)
                .json()
                .text("registrant_id");
    }

    private static void approval(Scene scene, Doc webinar, int type) {
        scene.ask("webinarUpdate", webinar.id())
                .body("{\"settings\": {\"approval_type\": %d}}".formatted(type))
                .announcing("webinar.updated")
                .expect(204);
    }

    private static void decide(Scene scene, Doc webinar, String action, List<String> registrants, String event) {
        scene.ask("webinarRegistrantStatus", webinar.id())
                .body("{\"action\": \"%s\", \"registrants\": [%s]}"
                        .formatted(
                                action,
                                String.join(
                                        ", ",
                                        registrants.stream()
                                                .map(id -> "{\"id\": \"" + id + "\"}")
                                                .toList())))
                .announcing(Collections.nCopies(registrants.size(), event).toArray(String[]::new))
                .expect(204);
    }

    private static List<Doc> registrants(Scene scene, Doc webinar, String status) {
        return scene.ask("webinarRegistrants", webinar.id())
                .query("status", status)
                .query("page_size", 100)
                .expect(200)
                .json()
                .docs("registrants");
    }

    private static String token(Doc registrant) {
        return registrant.text("join_url").replaceFirst(".*[?&]tk=([^&]*).*", "$1");
    }

    /** Registers 40 people: 20 are approved at once, of the others 10 by hand, 5 are denied, 5 are left pending. */
    private static void registerAll(Scene scene, Doc webinar) {
        IntStream.range(0, 20).forEach(number -> register(scene, webinar, number));
        approval(scene, webinar, 2);
        scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"email\": \"late@example.com\", \"first_name\": \"Late\"}")
                .refused("webinar-registration-unset");
        approval(scene, webinar, 1);
        List<String> pending = IntStream.range(20, 40)
                .mapToObj(number -> register(scene, webinar, number))
                .toList();
        decide(scene, webinar, "approve", pending.subList(0, 10), "webinar.registration_approved");
        decide(scene, webinar, "deny", pending.subList(10, 15), "webinar.registration_denied");
    }

    @Test
    @Tag("postgres")
    void agreesInEveryView(Scene scene) {
        Doc webinar = Plans.webinar(
                scene,
                Plans.host(scene),
                """
                {"topic": "Launch", "type": 9, "start_time": "2021-08-02T12:00:00Z", "duration": 60,
                 "recurrence": {"type": 2, "repeat_interval": 1, "weekly_days": "2", "end_times": 3},
                 "settings": {"approval_type": 0, "registration_type": 1}}""");
        registerAll(scene, webinar);
        List<Doc> approved = registrants(scene, webinar, "approved");
        assertThat(approved).hasSize(30);
        assertThat(registrants(scene, webinar, "pending")).hasSize(5);
        assertThat(registrants(scene, webinar, "denied")).hasSize(5);

        Reply reply = scene.control("controlWebinarScript", webinar.id())
                .yaml(script(approved.subList(0, 28)))
                .announcing(events())
                .expect(200);

        String uuid = reply.json().text("uuid");
        check(scene, webinar, uuid, approved);
    }

    /** All but two of the approved people come; one loses the connection twice; a guest is refused. */
    private static String script(List<Doc> attendees) {
        List<String> people = new ArrayList<>();
        for (int number = 0; number < attendees.size(); number++) {
            people.add("  p%d: {join: 00:0%d, leave: 00:50, token: %s}"
                    .formatted(number, 1 + number % 5, token(attendees.get(number))));
        }
        return """
                ends: 00:55
                people:
                %s
                steps:
                  - {at: 00:06, join: Guest, expect: refused registration_required}
                  - {at: 00:10, drop: p3, for: 1m}
                  - {at: 00:20, drop: p3, for: 2m}
                  - {at: 00:25, poll: Lunch, answers: {p0: Yes, p1: Yes, p2: No}, for: 2m}
                  - {at: 00:30, ask: {p0: When is the next one?, p1: Are there slides?}}
                  - {at: 00:31, answer: {to: p0, text: In May.}, by: host}
                """
                .formatted(String.join("\n", people));
    }

    /** The host and 28 people, one of them three times. */
    private static String[] events() {
        return Stream.of(
                        List.of(STARTED),
                        Collections.nCopies(29, JOINED),
                        List.of(LEFT, JOINED, LEFT, JOINED),
                        Collections.nCopies(29, LEFT),
                        List.of(ENDED))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static void check(Scene scene, Doc webinar, String uuid, List<Doc> approved) {
        assertThat(scene.ask("pastWebinars", webinar.id()).expect(200).json().docs("webinars"))
                .extracting(one -> one.text("uuid"))
                .containsExactly(uuid);
        assertThat(scene.ask("listWebinarParticipants", webinar.id())
                        .query("page_size", 100)
                        .expect(200)
                        .json()
                        .number("total_records"))
                .isEqualTo(29);
        assertThat(scene.ask("webinarAbsentees", uuid)
                        .query("page_size", 100)
                        .expect(200)
                        .json()
                        .docs("registrants"))
                .extracting(one -> one.text("email"))
                .containsExactlyInAnyOrderElementsOf(approved.subList(28, 30).stream()
                        .map(one -> one.text("email"))
                        .toList());
        assertThat(scene.ask("listPastWebinarPollResults", webinar.id())
                        .expect(200)
                        .json()
                        .docs("questions"))
                .extracting(one -> one.text("email") + " "
                        + one.docs("question_details").getFirst().text("answer"))
                .containsExactly(
                        approved.get(0).text("email") + " Yes",
                        approved.get(1).text("email") + " Yes",
                        approved.get(2).text("email") + " No");
        assertThat(scene.ask("listPastWebinarQA", webinar.id())
                        .expect(200)
                        .json()
                        .docs("questions"))
                .extracting(one -> one.text("email") + " "
                        + one.docs("question_details").getFirst().text("question") + " "
                        + one.docs("question_details").getFirst().text("answer"))
                .containsExactly(
                        approved.get(0).text("email") + " When is the next one? In May.",
                        approved.get(1).text("email") + " Are there slides? ");
    }
}

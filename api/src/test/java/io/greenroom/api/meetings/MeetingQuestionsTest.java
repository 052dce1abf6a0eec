package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

/** The registration questions of meetings, and the answers of registrants. */
@GreenroomTest
class MeetingQuestionsTest {
    private static final String CREATED = "meeting.registration_created";
    private static final String QUESTIONS =
            """
            {"questions": [{"field_name": "city", "required": true}, {"field_name": "org", "required": false}],
             "custom_questions": [
              {"title": "Lunch?", "type": "single", "required": true, "answers": ["Meat", "Vegan"]},
              {"title": "Wishes", "type": "short", "required": false, "answers": []}]}""";

    private static Doc meeting(Scene scene) {
        return Plans.meeting(scene, scene.user("host@example.org"), "{\"settings\": {\"approval_type\": 0}}");
    }

    private static Ask register(Scene scene, Doc meeting, String more) {
        return scene.ask("meetingRegistrantCreate", meeting.id())
                .body("{\"email\": \"e%d@example.com\", \"first_name\": \"Eve\"%s}".formatted(more.hashCode(), more));
    }

    private static void ask(Scene scene, Doc meeting, String questions) {
        scene.ask("meetingRegistrantQuestionUpdate", meeting.id())
                .body(questions)
                .expect(204);
    }

    @Test
    void asksForTheLastNameByDefault(Scene scene) {
        Doc meeting = meeting(scene);

        assertThatJson(scene.ask("meetingRegistrantsQuestionsGet", meeting.id())
                        .expect(200)
                        .text())
                .isEqualTo("{\"questions\": [{\"field_name\": \"last_name\", \"required\": true}],"
                        + " \"custom_questions\": []}");
        register(scene, meeting, "").announcing(CREATED).expect(201);
    }

    @Test
    void replacesTheQuestions(Scene scene) {
        Doc meeting = meeting(scene);
        ask(scene, meeting, QUESTIONS);

        assertThatJson(scene.ask("meetingRegistrantsQuestionsGet", meeting.id())
                        .expect(200)
                        .text())
                .isEqualTo(QUESTIONS);
        ask(scene, meeting, "{\"questions\": []}");
        Doc changed = scene.ask("meetingRegistrantsQuestionsGet", meeting.id())
                .expect(200)
                .json();
        assertThat(changed.docs("questions")).isEmpty();
        assertThat(changed.docs("custom_questions")).hasSize(2);
    }

    @Test
    void checksTheAnswers(Scene scene) {
        Doc meeting = meeting(scene);
        ask(scene, meeting, QUESTIONS);
        String lunch = ", \"city\": \"Ulm\", \"custom_questions\": [{\"title\": \"Lunch?\", \"value\": \"%s\"}%s]";

        register(scene, meeting, "").refused("validation");
        register(scene, meeting, ", \"city\": \"Ulm\"").refused("validation");
        register(scene, meeting, lunch.formatted("Fish", "")).refused("validation");
        register(scene, meeting, lunch.formatted("Vegan", ", {\"title\": \"Shoe size\", \"value\": \"43\"}"))
                .announcing(CREATED)
                .expect(201);
        Doc kept = scene.ask("meetingRegistrants", meeting.id())
                .expect(200)
                .json()
                .docs("registrants")
                .getFirst();
        assertThat(kept.text("city")).isEqualTo("Ulm");
        assertThatJson(Json.write(kept)).node("custom_questions").isEqualTo("[{title: 'Lunch?', value: 'Vegan'}]");
    }

    @Test
    void acceptsTheWordsOfAnswersInAnyCase(Scene scene) {
        Doc meeting = meeting(scene);
        register(
                        scene,
                        meeting,
                        ", \"purchasing_time_frame\": \"More Than 6 Months\", \"no_of_employees\": \"\","
                                + " \"role_in_purchase_process\": \"influencer\"")
                .announcing(CREATED)
                .expect(201);

        Doc kept = scene.ask("meetingRegistrants", meeting.id())
                .expect(200)
                .json()
                .docs("registrants")
                .getFirst();
        assertThat(kept.text("purchasing_time_frame")).isEqualTo("More than 6 months");
        assertThat(kept.text("role_in_purchase_process")).isEqualTo("Influencer");
        register(scene, meeting, ", \"purchasing_time_frame\": \"some day\"").refused("validation");
    }

    @Test
    void refusesIncompleteQuestions(Scene scene) {
        Doc meeting = meeting(scene);

        for (String question : new String[] {
            "{\"title\": \" \", \"type\": \"short\"}",
            "{\"title\": \"Lunch?\", \"type\": \"single\", \"answers\": []}",
            "{\"title\": \"Lunch?\"}",
            "{\"title\": \"A\", \"type\": \"short\"}, {\"title\": \"A \", \"type\": \"short\"}"
        }) {
            scene.ask("meetingRegistrantQuestionUpdate", meeting.id())
                    .body("{\"custom_questions\": [" + question + "]}")
                    .refused("validation");
        }
        scene.ask("meetingRegistrantQuestionUpdate", meeting.id())
                .body("{\"questions\": [{\"required\": true}]}")
                .refused("validation");
    }
}

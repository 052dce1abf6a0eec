package io.greenroom.api.meetings;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
class MeetingListHandlerTest {

    private static void create(Scene scene, Doc host, String body) {
        scene.ask("meetingCreate", host.id())
                .body(body)
                .announcing("meeting.created")
                .expect(201);
    }

    private static List<String> topics(Scene scene, Doc host, String type) {
        return scene.ask("meetings", host.id()).query("type", type).expect(200).json().docs("meetings").stream()
                .map(meeting -> meeting.text("topic"))
                .toList();
    }

    private static Doc furnished(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        create(scene, ada, "{\"topic\": \"late\", \"start_time\": \"2021-09-03T10:00:00Z\"}");
        create(scene, ada, "{\"topic\": \"early\", \"start_time\": \"2021-08-03T10:00:00Z\"}");
        create(scene, ada, "{\"topic\": \"timeless\", \"type\": 3}");
        create(scene, ada, "{\"topic\": \"instant\", \"type\": 1}");
        create(
                scene,
                ada,
                """
                {"topic": "recurring", "type": 8, "start_time": "2021-08-20T10:00:00Z",
                 "recurrence": {"type": 1, "end_times": 3}}""");
        return ada;
    }

    @Test
    @Tag("postgres")
    void listsRecurringMeetingsFirstThenByStart(Scene scene) {
        Doc ada = furnished(scene);

        assertThat(topics(scene, ada, "scheduled")).containsExactly("recurring", "early", "late", "timeless");
        Doc list = scene.ask("meetings", ada.id()).expect(200).json();
        assertThat(list.number("total_records")).isEqualTo(4);
        assertThat(list.docs("meetings").getLast().names()).doesNotContain("start_time", "settings", "status");
    }

    @Test
    void listsWhatIsNotOverAsUpcoming(Scene scene) {
        Doc ada = furnished(scene);

        scene.advance(Duration.ofDays(2));

        assertThat(topics(scene, ada, "upcoming")).containsExactly("recurring", "late");
        assertThat(topics(scene, ada, "live")).isEmpty();
    }

    @Test
    void pagesByToken(Scene scene) {
        Doc ada = furnished(scene);

        Doc first = scene.ask("meetings", ada.id())
                .query("page_size", 3)
                .expect(200)
                .json();
        Doc second = scene.ask("meetings", ada.id())
                .query("page_size", 3)
                .query("next_page_token", first.text("next_page_token"))
                .expect(200)
                .json();

        assertThat(first.docs("meetings")).hasSize(3);
        assertThat(second.docs("meetings")).extracting(one -> one.text("topic")).containsExactly("timeless");
        assertThat(second.text("next_page_token")).isEmpty();
    }

    @Test
    void answersAnEmptyQualityScore(Scene scene) {
        assertThatJson(scene.ask("meetingQualityScore").expect(200).text()).isEqualTo("{}");
    }
}

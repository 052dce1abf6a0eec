package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What existing client libraries send and expect concerning users; the kernel's tests have the rest. */
@GreenroomTest
class ClientHabitsTest {

    @Test
    void doubledAndTrailingSlashesReachTheOperation(Scene scene) {
        String owner = scene.ask("user", scene.owner()).served().text();
        assertThat(scene.send("GET", "//users/me").served().text()).isEqualTo(owner);
        assertThat(scene.send("GET", "/users/me/").served().text()).isEqualTo(owner);
        assertThat(scene.send("GET", "/users/").served().json().docs("users")).hasSize(1);
    }

    @Test
    void treatsNullAsAbsentInACreate(Scene scene) {
        Doc created = scene.ask("userCreate")
                .body(
                        """
                        {"action": "custCreate", "id": null, "user_info": {"email": "ada@first.example", "type": 1,
                         "first_name": null, "last_name": null, "password": null}}""")
                .announcing("user.created")
                .served()
                .json();
        assertThat(scene.ask("user", created.id()).served().json().text("first_name"))
                .isEmpty();
    }

    @Test
    void unknownFieldsAreIgnored(Scene scene) {
        Doc ada = scene.user("ada@first.example");
        scene.ask("userUpdate", ada.id())
                .body("{\"id\": \"%s\", \"user_id\": \"other\", \"dept\": \"Research\"}".formatted(ada.id()))
                .announcing("user.updated")
                .served();
        assertThat(scene.ask("user", ada.id()).served().json().text("dept")).isEqualTo("Research");
    }

    @Test
    void numbersArriveAsTexts(Scene scene) {
        Doc created = scene.ask("userCreate")
                .body("{\"action\": \"custCreate\", \"user_info\": {\"email\": \"ada@first.example\", \"type\":"
                        + " \"2\"}}")
                .announcing("user.created")
                .served()
                .json();
        assertThat(created.number("type")).isEqualTo(2);
    }

    @Test
    void listsContainTheFieldsThatStrictModelsRequire(Scene scene) {
        scene.user("ada@first.example");
        Reply reply = scene.ask("users").served();
        for (Doc user : reply.json().docs("users")) {
            assertThat(user.number("pmi")).isBetween(1_000_000_000L, 9_999_999_999L);
            assertThat(user.get("verified")).isInstanceOf(Long.class);
            assertThat(user.text("role_id")).isIn("0", "1", "2");
            assertThat(user.text("created_at")).endsWith("Z");
            assertThat(Instant.parse(user.text("created_at"))).isNotNull();
        }
    }

    @Test
    void anOversizedPageIsCutAndReportsItsSize(Scene scene) {
        assertThat(scene.ask("users").query("page_size", 1000).served().json().number("page_size"))
                .isEqualTo(300);
    }

    @Test
    void acceptsAPageTokenAlone(Scene scene) {
        scene.user("ada@first.example");
        scene.user("bob@first.example");
        Doc first = scene.ask("users")
                .query("page_size", 1)
                .query("role_id", "2")
                .served()
                .json();
        assertThat(first.number("total_records")).isEqualTo(2);
        Doc second = scene.ask("users")
                .query("next_page_token", first.text("next_page_token"))
                .served()
                .json();
        assertThat(second.docs("users")).extracting(user -> user.text("email")).containsExactly("bob@first.example");
        assertThat(second.text("next_page_token")).isEmpty();
        assertThat(second.number("page_size")).isEqualTo(1);
    }

    @Test
    void anInvalidPageNumberIsIgnored(Scene scene) {
        assertThat(scene.ask("users")
                        .query("page_number", "first")
                        .served()
                        .json()
                        .docs("users"))
                .hasSize(1);
    }

    @Test
    void optionMeetingSecurityIsAnObjectOfThatName(Scene scene) {
        Doc settings = scene.ask("userSettings", scene.owner())
                .query("option", "meeting_security")
                .served()
                .json();
        assertThat(settings.doc("meeting_security").names()).contains("waiting_room");
    }

    @Test
    void sendsNoBodyWith204(Scene scene) {
        Reply reply = scene.ask("userUpdate", scene.owner())
                .body("{\"dept\": \"Board\"}")
                .announcing("user.updated")
                .served();
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("Content-Type")).isEmpty();
    }
}

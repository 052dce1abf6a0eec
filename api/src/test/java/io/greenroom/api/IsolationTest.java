package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.kernel.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever another account's token asks with this account's ids, it learns nothing and changes nothing. */
@GreenroomTest
class IsolationTest {
    private static final String SECRET_NAME = "Quetzalcoatl";

    @Test
    void showsAndChangesNothingOfAnotherAccount(Scene scene) {
        Doc ada = scene.user("ada@first.example");
        scene.ask("userUpdate", ada.id())
                .body("{\"first_name\": \"" + SECRET_NAME + "\"}")
                .announcing("user.updated")
                .served();
        Doc before = scene.ask("user", ada.id()).served().json();
        int events = scene.events().size();
        Scene other = scene.elsewhere();
        List<Operation> named = scene.contract().operations().values().stream()
                .filter(operation -> !AllGroups.WAITING.contains(operation.group()))
                .filter(operation -> operation.path().stream().anyMatch(IsolationTest::namesUser))
                .toList();
        assertThat(named).hasSizeGreaterThan(25);
        for (String name : List.of(ada.id(), ada.text("email"))) {
            for (Operation operation : named) {
                Reply reply = ask(other, operation, name).tried();
                assertThat(reply.status())
                        .as(operation.id() + " by " + name + " answered " + reply.text())
                        .isBetween(400, 499);
                assertThat(reply.text()).doesNotContain(SECRET_NAME);
            }
        }
        assertThat(scene.ask("user", ada.id()).served().json()).isEqualTo(before);
        assertThat(scene.events()).hasSize(events);
    }

    private static boolean namesUser(Property property) {
        return property.schema().hasFormat("user");
    }

    private static Ask ask(Scene other, Operation operation, String user) {
        Object[] values = operation.path().stream()
                .map(property -> namesUser(property) ? user : property.schema().hasFormat("account") ? "me" : "1")
                .toArray();
        return other.ask(operation.id(), values).body("{}");
    }

    @Test
    void listsOnlyTheOwnAccount(Scene scene) {
        scene.user("ada@first.example");
        Scene other = scene.elsewhere();
        assertThat(other.ask("users").served().json().docs("users"))
                .extracting(user -> user.text("email"))
                .containsExactly("owner@second.example");
        assertThat(other.ask("users").served().json().number("total_records")).isEqualTo(1);
        assertThat(other.ask("userEmail")
                        .query("email", "ada@first.example")
                        .served()
                        .json()
                        .flag("existed_email"))
                .isFalse();
        assertThat(other.ask("trackingfieldList").served().json().docs("tracking_fields"))
                .isEmpty();
    }

    @Test
    void takesNoPageTokenOfAnotherAccount(Scene scene) {
        scene.user("ada@first.example");
        String token = scene.ask("users").query("page_size", 1).served().json().text("next_page_token");
        assertThat(token).isNotEmpty();
        scene.elsewhere().ask("users").query("next_page_token", token).refused("page-token");
    }

    @Test
    void takesNoTokenForAnotherAccountsWork(Scene scene) {
        Scene other = scene.elsewhere();
        other.user("bob@second.example");
        assertThat(scene.ask("users").token(other.token()).served().json().docs("users"))
                .extracting(user -> user.text("email"))
                .doesNotContain("owner@first.example");
    }
}

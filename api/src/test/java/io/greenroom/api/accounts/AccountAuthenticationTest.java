package io.greenroom.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class AccountAuthenticationTest {
    private static final String UPDATED = "account.settings_updated";

    private static Ask option(Scene scene, String list, String body) {
        return scene.ask("accountSettingsUpdate", "me")
                .query("option", list)
                .body("{\"authentication_option\": " + body + "}");
    }

    private static String withDomains(String domains) {
        return """
                {"action": "add", "name": "X", "type": "enforce_login_with_domains", "domains": "%s"}"""
                .formatted(domains);
    }

    private static String plain(String name) {
        return "{\"action\": \"add\", \"type\": \"enforce_login\", \"name\": \"" + name + "\"}";
    }

    private static List<Doc> options(Scene scene, String list) {
        return scene.ask("accountSettings", "me")
                .query("option", list)
                .served()
                .json()
                .docs("authentication_options");
    }

    @Test
    void addChangeAndRemoveAuthenticationOptions(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc first = options(scene, "meeting_authentication").getFirst();

        Reply reply = option(
                        scene,
                        "meeting_authentication",
                        """
                        {"action": "add", "name": "Friends", "type": "enforce_login_with_domains",
                         "domains": "friend.example, *.friend.example", "default_option": true}""")
                .announcing(UPDATED)
                .expect(204);
        assertThat(reply.event(UPDATED).object().doc("settings").docs("authentication_options"))
                .hasSize(2);
        Doc friends = options(scene, "meeting_authentication").get(1);
        assertThat(friends.names())
                .containsExactlyInAnyOrder("id", "name", "type", "default_option", "visible", "domains");
        assertThat(friends.flag("default_option")).isTrue();
        assertThat(options(scene, "meeting_authentication").getFirst().flag("default_option"))
                .isFalse();
        assertThat(userOptions(scene, ada)).extracting(Doc::id).containsExactly(first.id(), friends.id());

        option(scene, "meeting_authentication", "{\"id\": \"" + friends.id() + "\", \"name\": \"Good friends\"}")
                .announcing(UPDATED)
                .served();
        assertThat(userOptions(scene, ada).get(1).text("name")).isEqualTo("Good friends");

        option(scene, "meeting_authentication", "{\"action\": \"delete\", \"id\": \"" + first.id() + "\"}")
                .announcing(UPDATED)
                .served();
        assertThat(userOptions(scene, ada)).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(friends.id());
            assertThat(left.flag("default_option")).isTrue();
        });
        assertThat(options(scene, "recording_authentication")).hasSize(1);
    }

    private static List<Doc> userOptions(Scene scene, Doc user) {
        return scene.ask("userSettings", user.id())
                .query("option", "meeting_authentication")
                .served()
                .json()
                .docs("authentication_options");
    }

    @Test
    void alwaysHaveOneDefaultOption(Scene scene) {
        option(
                        scene,
                        "recording_authentication",
                        """
                        {"action": "add", "name": "All", "type": "enforce_login", "default_option": true}""")
                .announcing(UPDATED)
                .served();
        Doc all = options(scene, "recording_authentication").get(1);

        option(scene, "recording_authentication", "{\"id\": \"" + all.id() + "\", \"default_option\": false}")
                .announcing(UPDATED)
                .served();

        assertThat(options(scene, "recording_authentication"))
                .extracting(option -> option.flag("default_option"))
                .containsExactly(true, false);
    }

    @Test
    void refuseInvalidOptions(Scene scene) {
        Doc first = options(scene, "meeting_authentication").getFirst();

        invalid(scene, "id", "{\"action\": \"update\", \"id\": \"nothing\", \"name\": \"X\"}");
        invalid(scene, "id", "{\"action\": \"delete\", \"id\": \"nothing\"}");
        invalid(scene, "id", "{\"name\": \"X\"}");
        invalid(scene, "action", "{\"action\": \"delete\", \"id\": \"" + first.id() + "\"}");
        invalid(scene, "name", "{\"action\": \"add\", \"type\": \"enforce_login\"}");
        invalid(scene, "name", "{\"action\": \"add\", \"type\": \"enforce_login\", \"name\": \"SIGN in to Zoom\"}");
        invalid(scene, "type", "{\"action\": \"add\", \"name\": \"X\"}");
        invalid(scene, "type", "{\"action\": \"add\", \"name\": \"X\", \"type\": \"internally\"}");
        for (String domains : List.of("", "nonsense", "a.example;b.example", "a.example,", "-.example")) {
            option(scene, "meeting_authentication", withDomains(domains)).refused("domain-list-invalid");
        }
        assertThat(options(scene, "meeting_authentication")).containsExactly(first);
    }

    private static void invalid(Scene scene, String field, String body) {
        option(scene, "meeting_authentication", body).refused("authentication-option-invalid", "field", field);
    }

    @Test
    void limitOptionsToTwenty(Scene scene) {
        for (int i = 1; i < 20; i++) {
            option(scene, "meeting_authentication", plain("Option " + i))
                    .announcing(UPDATED)
                    .served();
        }

        option(scene, "meeting_authentication", plain("One more")).refused("authentication-options-max");
    }
}

package io.greenroom.api.contacts;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GreenroomTest
@Tag("postgres")
class ContactSearchHandlerTest {

    private static Ask search(Scene scene, String key) {
        return scene.ask("searchCompanyContacts").query("search_key", key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ADA",
                " ada ",
                "Lovelace",
                "love",
                "Ada Love",
                "ada@EXAMPLE.org",
                "example.org",
                "ADA\u00a0\u00a0love"
            })
    void findsUsersByPartsOfTheirNameOrAddress(String key, Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userUpdate", ada.id())
                .body(
                        """
                        {"last_name": "Lovelace", "dept": "Engines", "job_title": "Analyst", "location": "London"}""")
                .announcing("user.updated")
                .served();
        scene.user("ben@example.net");

        assertThatJson(search(scene, key).served().text())
                .isEqualTo(
                        """
                        {"page_size": 1, "next_page_token": "", "contacts": [
                          {"id": "%s", "email": "ada@example.org", "first_name": "Ada", "last_name": "Lovelace",
                           "dept": "Engines", "job_title": "Analyst", "location": "London"}]}"""
                                .formatted(ada.id()));
    }

    @Test
    void hidesTheMembersOfRestrictedImGroupsFromOthers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc group = scene.ask("imGroupCreate")
                .body("{\"name\": \"Board\", \"type\": \"restricted\"}")
                .served()
                .json();
        scene.ask("imGroupMembersCreate", group.id())
                .body("{\"members\": [{\"id\": \"%s\"}]}".formatted(ada.id()))
                .served();
        String scopes = "contact:read chat_contact:read";

        assertThat(scene.askAs(ben.id(), scopes, "searchCompanyContacts")
                        .query("search_key", "ada@")
                        .served()
                        .json()
                        .docs("contacts"))
                .isEmpty();
        assertThat(scene.askAs(ben.id(), scopes, "getUserContacts")
                        .served()
                        .json()
                        .docs("contacts"))
                .extracting(Doc::id)
                .doesNotContain(ada.id());
        scene.askAs(ben.id(), scopes, "getUserContact", ada.id()).refused("user-missing", "userId", ada.id());
        assertThat(search(scene, "ada@").served().json().docs("contacts")).hasSize(1);

        scene.ask("imGroupMembersCreate", group.id())
                .body("{\"members\": [{\"id\": \"%s\"}]}".formatted(ben.id()))
                .served();
        scene.askAs(ben.id(), scopes, "getUserContact", ada.id()).served();
    }

    @Test
    void answersTheImGroupAndTheSipPhoneNumber(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc group = scene.ask("imGroupCreate")
                .body("{\"name\": \"Engineers\"}")
                .served()
                .json();
        scene.ask("imGroupMembersCreate", group.id())
                .body("{\"members\": [{\"id\": \"%s\"}]}".formatted(ada.id()))
                .served();
        scene.ask("createSIPPhone")
                .body(
                        """
                        {"domain": "sip.example.org", "register_server": "192.0.2.1", "proxy_server": "192.0.2.2",
                         "user_name": "15550100", "password": "secret", "authorization_name": "ada",
                         "user_email": "ada@example.org", "voice_mail": "*97"}""")
                .served();

        Doc found = search(scene, "ada").served().json().docs("contacts").getFirst();

        assertThat(found.text("im_group_id")).isEqualTo(group.id());
        assertThat(found.text("im_group_name")).isEqualTo("Engineers");
        assertThat(found.text("sip_phone_number")).isEqualTo("15550100");
    }

    @Test
    void excludesPendingInactiveAndExternalUsers(Scene scene) {
        scene.pendingUser("pat@example.org");
        scene.elsewhere().user("zoe@example.org");
        Doc eve = scene.user("eve@example.org");
        scene.ask("userStatus", eve.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();

        Doc found = search(scene, "example.org").served().json();
        assertThat(found.docs("contacts")).isEmpty();
        assertThat(found.text("next_page_token")).isEmpty();
    }

    @Test
    void listsAllPages(Scene scene) {
        for (int i = 0; i < 5; i++) {
            scene.user("user" + i + "@example.org");
            scene.user("other" + i + "@example.net");
        }

        assertThat(TestContacts.all(() -> search(scene, "example.org")))
                .containsExactly(
                        "user0@example.org",
                        "user1@example.org",
                        "user2@example.org",
                        "user3@example.org",
                        "user4@example.org");
        assertThat(TestContacts.all(() -> search(scene, "example.net").query("page_size", 2)))
                .hasSize(5);
        Doc whole = search(scene, "example.").query("page_size", 26).served().json();
        assertThat(whole.number("page_size")).isEqualTo(25);
        assertThat(whole.docs("contacts")).hasSize(10);
    }

    @Test
    void scansAFewThousandUsersPerRequest(Scene scene) {
        Table users = Table.of("users", "UserRecord").columns("status").counted("status");
        scene.inside(unit -> {
            for (int i = 0; i < 5_100; i++) {
                unit.insert(
                        users,
                        unit.blank(users)
                                .put("id", "crowd" + i)
                                .put("email", "crowd" + i + "@crowd.example")
                                .put("status", "active"));
            }
            return true;
        });
        scene.user("ada@example.org");

        Doc first = search(scene, "ada@").served().json();
        assertThat(first.docs("contacts")).isEmpty();
        assertThat(first.text("next_page_token")).isNotEmpty();
        assertThat(TestContacts.all(() -> search(scene, "ada@"))).containsExactly("ada@example.org");
    }

    @Test
    void answersPresenceOnRequest(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestContacts.signIn(scene, ada);

        assertThat(presence(search(scene, "ada").query("query_presence_status", "true")))
                .isEqualTo("Available");
        assertThat(presence(search(scene, "ada").query("query_presence_status", "True")))
                .isEqualTo("Available");
        for (String other : new String[] {"false", "yes"}) {
            assertThat(presence(search(scene, "ada").query("query_presence_status", other)))
                    .as(other)
                    .isEmpty();
        }
    }

    private static String presence(Ask ask) {
        return ask.served().json().docs("contacts").getFirst().text("presence_status", "");
    }

    @Test
    void requiresASearchKey(Scene scene) {
        scene.ask("searchCompanyContacts").refused("validation");
        search(scene, "").refused("validation");
        search(scene, " ").refused("validation");
        search(scene, "x".repeat(129)).refused("validation");
    }

    @Test
    void isOpenToAllUsersOfTheAccount(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        for (String scope : new String[] {"contact:read", "contact:read:admin"}) {
            assertThat(scene.askAs(ada.id(), scope, "searchCompanyContacts")
                            .query("search_key", "owner")
                            .served()
                            .json()
                            .docs("contacts"))
                    .hasSize(1);
        }
    }

    @Test
    void refusesAPageTokenOfAnotherAccount(Scene scene) {
        scene.user("ada@example.org");
        String token = search(scene, "e").served().json().text("next_page_token");
        assertThat(token).isNotEmpty();
        scene.elsewhere()
                .ask("searchCompanyContacts")
                .query("search_key", "e")
                .query("next_page_token", token)
                .refused("page-token");
    }
}

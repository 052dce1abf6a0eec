package io.greenroom.api.contacts;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GreenroomTest
class ContactHandlerTest {
    private static final String SCOPE = "chat_contact:read";

    private static Ask list(Scene scene, Doc user) {
        return scene.askAs(user.id(), SCOPE, "getUserContacts");
    }

    private static Ask outside(Scene scene, Doc user) {
        return list(scene, user).query("type", "external");
    }

    private static Ask contact(Scene scene, Doc user, String who) {
        return scene.askAs(user.id(), SCOPE, "getUserContact", who);
    }

    private static Ask presence(Scene scene, Doc user, String who) {
        return contact(scene, user, who).query("query_presence_status", true);
    }

    @Test
    void listsAllOtherUsersOfTheAccount(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.pendingUser("pat@example.org");
        Doc eve = scene.user("eve@example.org");
        scene.ask("userStatus", eve.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();

        assertThatJson(list(scene, ada).served().text())
                .isEqualTo(
                        """
                        {"page_size": 10, "next_page_token": "", "contacts": [
                          {"id": "%s", "email": "owner@first.example", "first_name": "Olivia", "last_name": "Owner"},
                          {"id": "%s", "email": "ben@example.org", "first_name": "Ben", "last_name": "Test"}]}"""
                                .formatted(scene.owner(), ben.id()));
    }

    @Test
    void listsAllPages(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        for (int i = 0; i < 4; i++) {
            scene.user("user" + i + "@example.org");
        }

        assertThat(TestContacts.all(() -> list(scene, ada).query("page_size", 2)))
                .containsExactly(
                        "owner@first.example",
                        "user0@example.org",
                        "user1@example.org",
                        "user2@example.org",
                        "user3@example.org");
        assertThat(list(scene, ada).query("page_size", 5).served().json().text("next_page_token"))
                .isEmpty();
        assertThat(list(scene, ada).query("page_size", 999).served().json().number("page_size"))
                .isEqualTo(50);
    }

    @Test
    void refusesAPageTokenOfAnotherList(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.user("ben@example.org");
        list(scene, ada).query("next_page_token", "nonsense").refused("page-token");
        String token = scene.ask("users").query("page_size", 1).served().json().text("next_page_token");
        list(scene, ada).query("next_page_token", token).refused("page-token");
        list(scene, ada).query("type", "imaginary").refused("validation");
    }

    @Test
    void onlyAppsOfUsersAsk(Scene scene) {
        scene.ask("getUserContacts").refused("endpoint-unknown");
        scene.askAsAdmin(scene.owner(), SCOPE, "getUserContacts").refused("endpoint-unknown");
        scene.ask("getUserContact", scene.owner()).refused("endpoint-unknown");
    }

    @Test
    void listsAcceptedExternalContacts(Scene scene) {
        Scene other = scene.elsewhere();
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc zoe = other.user("zoe@example.net");
        Doc max = other.user("max@example.net");
        TestContacts.introduce(scene, ada, other, zoe);
        TestContacts.introduce(scene, ada, other, zoe);
        TestContacts.introduce(scene, ada, other, max);

        assertThat(TestContacts.all(() -> outside(scene, ada).query("page_size", 1)))
                .containsExactly("zoe@example.net", "max@example.net");
        assertThat(TestContacts.all(() -> outside(other, zoe))).containsExactly("ada@example.org");
        assertThat(TestContacts.all(() -> outside(scene, ben))).isEmpty();
        assertThat(TestContacts.all(() -> list(scene, ada))).containsExactly("owner@first.example", "ben@example.org");
        assertThat(contact(scene, ada, zoe.id()).served().json().text("first_name"))
                .isEqualTo("Zoe");
        assertThat(contact(scene, ada, "Max@Example.net").served().json().id()).isEqualTo(max.id());
        contact(scene, ben, zoe.id()).refused("user-missing");
        contact(scene, ben, "zoe@example.net").refused("user-missing");
    }

    @Test
    void showsAColleague(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");

        assertThatJson(contact(scene, ada, "BEN@example.org").served().text())
                .isEqualTo(
                        """
                        {"id": "%s", "email": "ben@example.org", "first_name": "Ben", "last_name": "Test"}"""
                                .formatted(ben.id()));
        contact(scene, ada, ben.id()).served();
    }

    @Test
    void answers404ForUsersOutsideTheContacts(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc pat = scene.pendingUser("pat@example.org");
        Doc zoe = scene.elsewhere().user("zoe@example.net");

        for (String who : new String[] {ada.id(), "ada@example.org", "me", "nobody", "a/b", pat.id(), zoe.id()}) {
            contact(scene, ada, who).refused("user-missing", "userId", who);
        }
        contact(scene, ada, "zoe@example.net").refused("user-missing");
    }

    @Test
    void answersTheContactsPresence(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        assertPresence(scene, ada, ben.id(), "Offline");

        TestContacts.signIn(scene, ben);
        assertPresence(scene, ada, ben.id(), "Available");
        TestContacts.presence(scene, ben, "Away");
        assertPresence(scene, ada, ben.id(), "Away");
        scene.advance(Duration.ofMinutes(2));
        TestContacts.presence(scene, ben, "Do_Not_Disturb");
        assertPresence(scene, ada, ben.id(), "Do_Not_Disturb");
        assertThat(contact(scene, ada, ben.id())
                        .query("query_presence_status", false)
                        .served()
                        .json()
                        .has("presence_status"))
                .isFalse();
    }

    private static void assertPresence(Scene scene, Doc user, String who, String expected) {
        assertThat(presence(scene, user, who).served().json().text("presence_status"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"In_A_Zoom_Meeting", "On_A_Call", "Presenting", "In_Calendar_Event"})
    void keepsDoNotDisturb(String status, Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        TestContacts.signIn(scene, ben);
        scene.inside(unit -> {
            Table users = Table.of("users", "UserRecord");
            return unit.update(
                    users, unit.find(users, ben.id()).orElseThrow().copy().put("presence_status", status));
        });

        assertPresence(scene, ada, ben.id(), "Do_Not_Disturb");
    }

    @Test
    void refusesThePresenceOfADeactivatedExternalContact(Scene scene) {
        Scene other = scene.elsewhere();
        Doc ada = scene.user("ada@example.org");
        Doc zoe = other.user("zoe@example.net");
        TestContacts.introduce(scene, ada, other, zoe);
        assertPresence(scene, ada, zoe.id(), "Offline");

        other.ask("userStatus", zoe.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();

        presence(scene, ada, zoe.id()).refused("contact-presence-failed");
        contact(scene, ada, zoe.id()).served();
    }

    @Test
    void forgetsDepartedUsers(Scene scene) {
        Scene other = scene.elsewhere();
        Doc ada = scene.user("ada@example.org");
        Doc zoe = other.user("zoe@example.net");
        Doc max = other.user("max@example.net");
        TestContacts.introduce(scene, ada, other, zoe);
        TestContacts.introduce(scene, ada, other, max);

        other.ask("userDelete", zoe.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();

        assertThat(TestContacts.all(() -> outside(scene, ada))).containsExactly("max@example.net");
        contact(scene, ada, zoe.id()).refused("user-missing");
    }

    @Test
    void answers404ForContactsOfARemovedAccount(Scene scene) {
        Scene other = scene.elsewhere();
        Doc ada = scene.user("ada@example.org");
        Doc zoe = other.user("zoe@example.net");
        TestContacts.introduce(scene, ada, other, zoe);

        other.inside(unit -> {
            unit.forgetAccount();
            return true;
        });

        assertThat(TestContacts.all(() -> outside(scene, ada))).isEmpty();
        contact(scene, ada, zoe.id()).refused("user-missing");
        contact(scene, ada, "zoe@example.net").refused("user-missing");
    }

    @Test
    void keepsContactsOfAMovedUser(Scene scene) {
        Scene below = scene.elsewhere();
        below.change(row -> row.put("master_id", scene.account()));
        Scene third = scene.elsewhere("third");
        Doc boss = scene.user("boss@example.org");
        Doc ada = below.user("ada@example.org");
        Doc zoe = third.user("zoe@example.net");
        TestContacts.introduce(below, ada, scene, boss);
        TestContacts.introduce(below, ada, third, zoe);

        scene.ask("switchUserAccount", below.account(), ada.id())
                .body("{\"account_id\": \"%s\"}".formatted(scene.account()))
                .announcing("user.created")
                .served();

        assertThat(TestContacts.all(() -> outside(scene, ada))).containsExactly("zoe@example.net");
        assertThat(TestContacts.all(() -> outside(scene, boss))).isEmpty();
        assertThat(TestContacts.all(() -> list(scene, boss))).contains("ada@example.org");
        assertThat(contact(third, zoe, ada.id()).served().json().text("email")).isEqualTo("ada@example.org");
        assertThat(below.<Boolean>inside(ContactHandlerTest::knowsNobody)).isTrue();
    }

    private static boolean knowsNobody(Transaction unit) {
        return unit.in(OutsideContacts.CONTACTS).list().isEmpty();
    }
}

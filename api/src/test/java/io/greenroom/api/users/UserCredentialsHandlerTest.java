package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserCredentialsHandlerTest {

    private static Ask setEmail(Scene scene, String userId, String email) {
        return scene.ask("userEmailUpdate", userId).body("{\"email\": \"" + email + "\"}");
    }

    private static Ask setPassword(Scene scene, String userId, String password) {
        return scene.ask("userPassword", userId).body("{\"password\": \"" + password + "\"}");
    }

    @Test
    void changesTheAddress(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        Reply reply = setEmail(scene, ada.id(), "augusta@first.example")
                .announcing("user.updated")
                .expect(204);

        assertThat(reply.event("user.updated").object().text("email")).isEqualTo("augusta@first.example");
        assertThat(reply.event("user.updated").payload().doc("old_object").text("email"))
                .isEqualTo("ada@first.example");
        assertThat(scene.ask("user", "augusta@first.example").served().json().id())
                .isEqualTo(ada.id());
        scene.ask("user", "ada@first.example").refused("user-missing");
    }

    @Test
    void announcesNothingForTheSameAddress(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        setEmail(scene, ada.id(), "ada@first.example").served();
    }

    @Test
    void refusesInvalidAddresses(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.member(scene, "ben");

        setEmail(scene, "nobody", "x@first.example").refused("user-missing");
        setEmail(scene, ada.id(), "BEN@first.example").refused("email-used", "email", "BEN@first.example");
        setEmail(scene, ada.id(), "ada@example.org").refused("email-unmanaged");
    }

    @Test
    void refusesOwnersPendingAndInactiveUsers(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        Doc ben = TestUsers.member(scene, "ben");
        Doc pia = scene.pendingUser("pia@first.example");
        scene.ask("userStatus", ada.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();
        TestUsers.change(scene, ben.id(), user -> user.put("frozen", true));

        setEmail(scene, scene.owner(), "owner@first.example").refused("email-of-owner");
        setEmail(scene, ada.id(), "augusta@first.example").refused("email-of-inactive");
        setEmail(scene, ben.id(), "benno@first.example").refused("email-of-inactive");
        setEmail(scene, pia.id(), "p@first.example").refused("email-pending");
    }

    @Test
    void refusesDomainsThatNoUserMayHave(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.change(account -> account.put("managed_domains", List.of("example.org", "example.com", "example.net")));
        TestUsers.policy(scene, policy -> policy.put("blocked_domains", List.of("example.com"))
                .put("limited_domains", List.of("example.org", "example.com")));

        setEmail(scene, ada.id(), "ada@example.com").refused("email-unmanaged");
        setEmail(scene, ada.id(), "ada@example.net").refused("email-unmanaged");
        setEmail(scene, ada.id(), "eve@example.org").announcing("user.updated").served();
    }

    @Test
    void refusesAnyDomainWhereTheAccountManagesNone(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        scene.change(account -> account.put("managed_domains", List.of()));

        setEmail(scene, ada.id(), "augusta@first.example").refused("email-unmanaged");

        scene.change(account -> account.put("managed_domains", List.of("example.org")));
        setEmail(scene, ada.id(), "ada@example.org").announcing("user.updated").served();
    }

    @Test
    void changesAnAddressThreeTimesADay(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        for (int i = 0; i < 3; i++) {
            setEmail(scene, ada.id(), "ada" + i + "@first.example")
                    .announcing("user.updated")
                    .served();
        }

        setEmail(scene, ada.id(), "ada3@first.example").refused("rate-per-day");
    }

    @Test
    void restrictsAddressesToAdministrators(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        scene.askAs(ada.id(), "user:write", "userEmailUpdate", "me")
                .body("{\"email\": \"augusta@first.example\"}")
                .refused("admin-only-email");
    }

    @Test
    void changesThePassword(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        setPassword(scene, ada.id(), "Another-7-day").expect(204);

        Doc kept = TestUsers.kept(scene, ada.id());
        assertThat(scene.installation().scope().passwords().matches("Another-7-day", kept.text("password_hash")))
                .isTrue();
        assertThat(kept.texts("former_password_hashes")).containsExactly(ada.text("password_hash"));
    }

    @Test
    void refusesPasswordsByTheFirstRuleThatTheyBreak(Scene scene) {
        TestUsers.policy(scene, policy -> policy.put("password_length", 9).put("password_needs_special", true));
        refusesPassword(scene, "a", "abcde", "password-below-minimum");
        refusesPassword(scene, "z", "aB3!".repeat(300), "validation");
        refusesPassword(scene, "b", "aaaaaaaaa", "password-one-character");
        refusesPassword(scene, "c", "123456789", "password-in-sequence");
        refusesPassword(scene, "d", "Aa1!aa", "password-too-short", "length", "9");
        refusesPassword(scene, "e", "1!1!1!1!22", "password-lacks-letter");
        refusesPassword(scene, "f", "Abcdefgh!", "password-lacks-number");
        refusesPassword(scene, "g", "Abcdefg12", "password-lacks-special");
        refusesPassword(scene, "h", "abcdefg1!", "password-lacks-case");
        refusesPassword(scene, "i", "Passw0rd!1", "password-guessable");
    }

    private static void refusesPassword(Scene scene, String mailbox, String password, String failure, String... pairs) {
        Doc user = TestUsers.member(scene, mailbox);
        setPassword(scene, user.id(), password).refused(failure, pairs);
    }

    @Test
    void refusesPasswordsThatCameBefore(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        setPassword(scene, ada.id(), TestUsers.PASSWORD).refused("password-same");
        setPassword(scene, ada.id(), "Another-7-day").served();
        setPassword(scene, ada.id(), TestUsers.PASSWORD).refused("password-reused", "count", "3");
    }

    @Test
    void forgetsPasswordsOlderThanTheHistory(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.policy(scene, policy -> policy.put("password_history", 1));
        setPassword(scene, ada.id(), "Another-7-day").served();
        setPassword(scene, ada.id(), "Another-8-day").served();

        setPassword(scene, ada.id(), TestUsers.PASSWORD).served();
    }

    @Test
    void changesAPasswordThreeTimesADay(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        for (int i = 0; i < 3; i++) {
            setPassword(scene, ada.id(), "Another-" + i + "-day").served();
        }

        setPassword(scene, ada.id(), "Another-9-day").refused("password-changed-too-often");
        scene.advance(Duration.ofDays(1));
        setPassword(scene, ada.id(), "Another-9-day").served();
    }

    @Test
    void refusesToSetThePasswordsOfSome(Scene scene) {
        setPassword(scene, "nobody", "Another-7-day").refused("user-missing");
        setPassword(scene, scene.owner(), "Another-7-day").refused("password-of-admin");
        Doc robot = scene.user("robot@example.org");
        setPassword(scene, robot.id(), "Another-7-day").refused("password-elsewhere");
        Doc ada = TestUsers.member(scene, "ada");
        scene.askAs(ada.id(), "user:write", "userPassword", "me")
                .body("{\"password\": \"Another-7-day\"}")
                .refused("no-permission");
    }
}

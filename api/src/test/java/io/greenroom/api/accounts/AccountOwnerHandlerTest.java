package io.greenroom.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class AccountOwnerHandlerTest {

    private static Ask pass(Scene scene, String account, String email) {
        return scene.ask("updateAccountOwner", account).body("{\"email\": \"" + email + "\"}");
    }

    /** An administrator who signs in. */
    private static Doc admin(Scene scene, String email) {
        Doc user = scene.user(email);
        AccountPolicies.change(scene, user.id(), kept -> kept.put("role_id", "1")
                .put("role_name", "Admin")
                .put("login_type", 100)
                .put("login_types", List.of(100)));
        return user;
    }

    @Test
    void makesAnAdministratorTheOwner(Scene scene) {
        Doc ada = admin(scene, "ada@example.org");

        pass(scene, "me", "ADA@example.org").expect(204);

        assertThat(scene.ask("user", ada.id()).served().json().text("role_id")).isEqualTo("0");
        assertThat(scene.ask("user", scene.owner()).served().json().text("role_id"))
                .isEqualTo("1");
        assertThat(scene.ask("account", "me").served().json().text("owner_id")).isEqualTo(ada.id());
        pass(scene, "me", "ada@example.org").refused("owner-already");
        scene.ask("userDelete", ada.id()).refused("admin-unlinked");
    }

    @Test
    void changesTheOwnerOfASubAccount(Scene scene) {
        Scene below = Below.open(scene, "una");
        below.change(account -> account.put("plan", "pro"));
        Doc ben = admin(below, "ben@below.example");

        pass(scene, below.account(), "ben@below.example").expect(204);

        assertThat(scene.ask("account", below.account()).served().json().text("owner_email"))
                .isEqualTo("ben@below.example");
        assertThat(below.ask("user", ben.id()).served().json().text("role_name"))
                .isEqualTo("Owner");
    }

    @Test
    void refusesInvalidOwners(Scene scene) {
        Scene below = Below.open(scene, "una");
        scene.user("api@example.org");
        Doc robot = scene.user("robot@example.org");
        AccountPolicies.change(
                scene, robot.id(), kept -> kept.put("role_id", "1").put("role_name", "Admin"));

        pass(scene, "me", "api@example.org").refused("owner-not-admin", "accountId", scene.account());
        pass(scene, "me", "robot@example.org").refused("owner-not-admin", "accountId", scene.account());
        pass(scene, "me", "una@below.example").refused("owner-outside");
        pass(scene, "me", "nobody@example.org").refused("owner-outside");
        pass(scene, below.account(), "owner@first.example").refused("owner-outside");
        pass(scene, "me", "Owner@first.example").refused("owner-already");
        pass(scene, "me", "not an address").refused("validation");
        pass(scene, "nothing", "ada@example.org").refused("account-missing");
        pass(below, scene.account(), "ada@example.org").refused("account-missing");
    }

    @Test
    void requiresBillingAccountAndContact(Scene scene) {
        Scene below = Below.open(scene, "una");
        below.change(account -> account.put("plan", "pro"));
        admin(below, "ben@below.example");
        admin(scene, "ada@example.org");
        Below.profile(below, profile -> profile.put("billing_account_lost", true));
        Below.profile(scene, profile -> profile.put("billing_contact_lost", true));

        pass(scene, below.account(), "ben@below.example").refused("billing-account-missing");
        pass(scene, "me", "ada@example.org").refused("billing-contact-missing");
    }

    @Test
    void letsOnlyTheOwnerPassOnTheAccount(Scene scene) {
        Doc ada = admin(scene, "ada@example.org");
        admin(scene, "ben@example.org");
        String own = "{\"email\": \"ada@example.org\"}";

        scene.askAs(ada.id(), "account:write:admin", "updateAccountOwner", "me")
                .body(own)
                .refused("no-permission");
        scene.askAsAdmin(ada.id(), "account:write:admin", "updateAccountOwner", scene.account())
                .body("{\"email\": \"ben@example.org\"}")
                .refused("no-permission");
        scene.askAs(scene.owner(), "account:write:admin", "updateAccountOwner", "me")
                .body(own)
                .expect(204);
    }

    @Test
    void isForAdministrators(Scene scene) {
        Doc mia = scene.user("mia@example.org");

        scene.askAs(mia.id(), "account:write:admin", "updateAccountOwner", "me")
                .body("{\"email\": \"mia@example.org\"}")
                .refused("no-permission");
    }
}

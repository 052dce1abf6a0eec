package io.greenroom.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.AccountRemoved;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class SubAccountHandlerTest {

    @Test
    void opensAnAccountWithItsOwner(Scene scene) {
        Reply reply = Below.creation(scene, "una").announcing("account.created").expect(201);

        Doc created = reply.json();
        assertThat(created.names()).containsExactly("id", "owner_id", "owner_email", "created_at");
        assertThat(created.text("owner_email")).isEqualTo("una@below.example");
        assertThat(reply.header("Content-Location")).endsWith("/v2/accounts/" + created.id());
        Doc payload = reply.event("account.created").payload();
        assertThat(payload.text("account_id")).isEqualTo(scene.account());
        assertThat(payload.text("operator_id")).isEqualTo(scene.owner());
        assertThat(payload.doc("object").names()).containsExactlyInAnyOrder("id", "owner_id", "owner_email");
        Scene below = scene.within(created.id());
        Doc owner = below.ask("user", created.text("owner_id")).served().json();
        assertThat(owner.text("email")).isEqualTo("una@below.example");
        assertThat(owner.text("role_id")).isEqualTo("0");
        assertThat(owner.text("account_id")).isEqualTo(created.id());
        scene.ask("user", "una@below.example").refused("user-missing");
    }

    @Test
    void createsAnOwnerThatCanSignIn(Scene scene) {
        Below.open(scene, "una");

        People.Person una = scene.inside(unit -> scene.installation()
                        .scope()
                        .bindings()
                        .answer(People.class)
                        .orElseThrow()
                        .byLogin(unit, "Una@below.example"))
                .orElseThrow();

        assertThat(una.active()).isTrue();
        assertThat(scene.installation().scope().passwords().matches(Below.PASSWORD, una.passwordHash()))
                .isTrue();
    }

    @Test
    void listsAllPagesInOrder(Scene scene) {
        List<String> expected = new ArrayList<>();
        for (String mailbox : List.of("a", "b", "c", "d", "e")) {
            expected.add(Below.open(scene, mailbox).account());
        }

        List<String> byToken = new ArrayList<>();
        String token = "";
        do {
            Doc page = scene.ask("accounts")
                    .query("page_size", 2)
                    .query("next_page_token", token)
                    .served()
                    .json();
            assertThat(page.number("total_records")).isEqualTo(5);
            assertThat(page.number("page_count")).isEqualTo(3);
            page.docs("accounts").forEach(account -> byToken.add(account.id()));
            token = page.text("next_page_token");
        } while (!token.isEmpty());
        List<String> byNumber = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            scene.ask("accounts")
                    .query("page_size", 2)
                    .query("page_number", number)
                    .served()
                    .json()
                    .docs("accounts")
                    .forEach(account -> byNumber.add(account.id()));
        }

        assertThat(byToken).isEqualTo(expected);
        assertThat(byNumber).isEqualTo(expected);
    }

    @Test
    void listsTheFieldsOfEachAccount(Scene scene) {
        Scene below = Below.open(scene, "una");
        Doc plain = scene.ask("accounts").served().json().docs("accounts").getFirst();
        assertThat(plain.names())
                .containsExactlyInAnyOrder(
                        "id", "account_name", "account_number", "owner_email", "account_type", "created_at");
        assertThat(plain.text("account_name")).isEqualTo("Una Below");
        assertThat(plain.text("account_type")).isEqualTo("free");

        below.change(row -> row.put("plan", "pro").put("licences", 12).put("account_number", 77));
        Below.profile(below, profile -> profile.put("subscription_start_time", "2021-01-01T00:00:00Z")
                .put("subscription_end_time", "2022-01-01T00:00:00Z"));

        Doc paid = scene.ask("accounts").served().json().docs("accounts").getFirst();
        assertThat(paid.text("account_type")).isEqualTo("pro");
        assertThat(paid.number("seats")).isEqualTo(12);
        assertThat(paid.text("account_number")).isEqualTo("77");
        assertThat(paid.text("subscription_end_time")).isEqualTo("2022-01-01T00:00:00Z");
    }

    @Test
    void showsASubAccountAndTheOwnAccount(Scene scene) {
        Scene below = Below.open(scene, "una");
        Below.profile(below, profile -> profile.put("vanity_url", "/below"));

        Doc shown = scene.ask("account", below.account()).served().json();
        assertThat(shown.text("owner_email")).isEqualTo("una@below.example");
        assertThat(shown.text("vanity_url")).isEqualTo(scene.origin() + "/below");
        assertThat(shown.doc("options").flag("share_rc")).isFalse();
        assertThat(shown.doc("options").text("pay_mode")).isEqualTo("master");
        assertThat(scene.ask("account", "me").served().json().id()).isEqualTo(scene.account());
        assertThat(scene.ask("account", scene.account()).served().json().text("owner_email"))
                .isEqualTo("owner@first.example");
    }

    @Test
    void storesTheOptionsOfItsCreation(Scene scene) {
        Doc created = scene.ask("accountCreate")
                .body(
                        """
                        {"first_name": "Una", "last_name": "Below", "email": "una@below.example",
                         "password": "Sesame-42-open", "account_name": "Downstairs",
                         "options": {"share_rc": true, "room_connector_list": ["127.0.0.1"],
                                     "meeting_connector_list": ["100.0.0.1"], "pay_mode": "sub"}}""")
                .announcing("account.created")
                .served()
                .json();

        Doc options = scene.ask("account", created.id()).served().json().doc("options");
        assertThat(options.texts("room_connector_list")).containsExactly("127.0.0.1");
        assertThat(options.names()).doesNotContain("meeting_connector_list");
        assertThat(options.text("pay_mode")).isEqualTo("sub");
        assertThat(scene.ask("accounts")
                        .served()
                        .json()
                        .docs("accounts")
                        .getFirst()
                        .text("account_name"))
                .isEqualTo("Downstairs");
    }

    @Test
    void acceptsTheDocumentedExample(Scene scene) {
        scene.ask("accountCreate")
                .body(
                        """
                        {"first_name": "Harry", "last_name": "Ghim", "email": "example@example.com",
                         "password": "bdkfhds1e3r", "options": {"share_rc": true,
                         "room_connectors": ["127.0.0.1", "127.1.1.0"], "share_mc": true,
                         "meeting_connectors": ["100.0.0.1", "100.1.1.0"], "pay_mode": "master"}}""")
                .announcing("account.created")
                .expect(201);
    }

    @Test
    void isReachedByTheAccountPrefix(Scene scene) {
        Scene below = Below.open(scene, "una");

        Doc users = scene.send("GET", "/accounts/" + below.account() + "/users")
                .served()
                .json();

        assertThat(users.docs("users")).extracting(user -> user.text("email")).containsExactly("una@below.example");
        scene.ask("accountDisassociate", below.account())
                .announcing("account.disassociated")
                .served();
        scene.send("GET", "/accounts/" + below.account() + "/users").expect(404);
    }

    @Test
    void changesOptions(Scene scene) {
        Scene below = Below.open(scene, "una");

        options(
                scene,
                below,
                """
                {"share_mc": true, "meeting_connector_list": ["100.0.0.1"], "pay_mode": "sub"}""");
        Doc changed = scene.ask("account", below.account()).served().json().doc("options");
        assertThat(changed.texts("meeting_connector_list")).containsExactly("100.0.0.1");
        assertThat(changed.text("pay_mode")).isEqualTo("sub");

        options(scene, below, "{\"share_mc\": false, \"pay_mode\": null, \"billing_auto_renew\": true}");
        Doc again = scene.ask("account", below.account()).served().json().doc("options");
        assertThat(again.names()).containsExactlyInAnyOrder("share_rc", "share_mc", "pay_mode", "billing_auto_renew");
        assertThat(again.text("pay_mode")).isEqualTo("master");
    }

    private static void options(Scene scene, Scene below, String body) {
        scene.ask("accountOptionsUpdate", below.account()).body(body).expect(204);
    }

    @Test
    void keepsHowAnAccountWithAPlanPays(Scene scene) {
        Scene below = Below.paid(scene, "una");

        scene.ask("accountOptionsUpdate", below.account())
                .body("{\"pay_mode\": \"sub\"}")
                .refused("pay-mode-settled");
        scene.ask("accountOptionsUpdate", below.account())
                .body("{\"billing_auto_renew\": true}")
                .refused("collection-settled");
        options(scene, below, "{\"pay_mode\": \"master\", \"share_rc\": true}");
    }

    @Test
    void disassociatesASubAccount(Scene scene) {
        Scene below = Below.open(scene, "una");
        Scene other = Below.open(scene, "ute");

        Reply reply = scene.ask("accountDisassociate", below.account())
                .announcing("account.disassociated")
                .expect(204);

        Doc payload = reply.event("account.disassociated").payload();
        assertThat(payload.text("account_id")).isEqualTo(scene.account());
        assertThat(payload.doc("object").text("owner_email")).isEqualTo("una@below.example");
        assertThat(scene.ask("accounts").served().json().docs("accounts"))
                .extracting(Doc::id)
                .containsExactly(other.account());
        scene.ask("account", below.account()).refused("account-missing");
        scene.ask("accountDisassociate", below.account()).refused("account-missing");
        assertThat(below.ask("account", "me").served().json().text("owner_email"))
                .isEqualTo("una@below.example");
    }

    @Test
    void keepsAnAccountThatIsPaidFor(Scene scene) {
        Scene below = Below.paid(scene, "una");

        scene.ask("accountDisassociate", below.account()).refused("account-paid");

        assertThat(scene.ask("accounts").served().json().number("total_records"))
                .isEqualTo(1);
    }

    @Test
    void refusesInvalidOwners(Scene scene) {
        Below.open(scene, "una");
        Below.creation(scene, "UNA").refused("email-used", "email", "UNA@below.example");
        scene.ask("accountCreate")
                .body(Below.body("owner@first.example", Below.PASSWORD))
                .refused("email-used", "email", "owner@first.example");
        create(scene, "aaaaaaaaa").refused("owner-password-repeats");
        create(scene, "abcdefghij").refused("owner-password-in-sequence");
        create(scene, "alllowercase").refused("password-invalid");
        create(scene, "short").refused("validation");
        scene.ask("accountCreate").body("{}").refused("validation");
        scene.ask("accountCreate")
                .body(Below.body("new@below.example", Below.PASSWORD).replace("Una", " "))
                .refused("validation");
        assertThat(scene.ask("accounts").served().json().number("total_records"))
                .isEqualTo(1);
    }

    private static Ask create(Scene scene, String password) {
        return scene.ask("accountCreate").body(Below.body("new@below.example", password));
    }

    @Test
    void appliesTheRulesOfTheMasterAccount(Scene scene) {
        AccountPolicies.write(scene, policy -> policy.put("blocked_domains", List.of("Below.example"))
                .put("flagged_words", List.of("wicked")));

        Below.creation(scene, "una").refused("domain-blocked");
        scene.ask("accountCreate")
                .body(Below.body("una@fine.example", Below.PASSWORD).replace("Una", "So Wicked"))
                .refused("name-flagged", "name", "So Wicked");
    }

    @Test
    void isForMasterAccounts(Scene scene) {
        Scene below = Below.open(scene, "una");

        below.ask("accounts").refused("not-a-master");
        Below.creation(below, "ute").refused("not-a-master");
        scene.without("sub_accounts");
        scene.ask("accounts").refused("not-a-master");
        Below.creation(scene, "ute").refused("not-a-master");
        scene.ask("accountDisassociate", below.account()).refused("not-a-master");
        scene.ask("accountOptionsUpdate", below.account()).body("{}").refused("not-a-master");
    }

    @Test
    void isForAdministrators(Scene scene) {
        Scene below = Below.open(scene, "una");
        Doc mia = scene.user("mia@example.org");
        String scopes = "account:write:admin";

        scene.askAs(mia.id(), scopes, "accountCreate")
                .body(Below.body("ute@below.example", Below.PASSWORD))
                .refused("no-permission");
        scene.askAs(mia.id(), scopes, "accountDisassociate", below.account()).refused("no-permission");
        scene.askAs(mia.id(), scopes, "accountOptionsUpdate", below.account())
                .body("{}")
                .refused("no-permission");
    }

    @Test
    void reachesOnlySubAccounts(Scene scene) {
        Scene below = Below.open(scene, "una");
        Scene stranger = scene.elsewhere();

        for (String id : List.of(scene.account(), below.account(), "nothing", "a/b c%")) {
            stranger.ask("account", id).refused("account-missing");
            stranger.ask("accountDisassociate", id).refused("account-missing");
            stranger.ask("accountOptionsUpdate", id)
                    .body("{\"share_rc\": true}")
                    .refused("account-missing");
        }
        below.ask("account", scene.account()).refused("account-missing");
        scene.ask("accountDisassociate", "me").refused("account-missing");
        scene.ask("accountDisassociate", scene.account()).refused("account-missing");
        assertThat(stranger.ask("accounts").served().json().docs("accounts")).isEmpty();
        assertThat(scene.ask("account", below.account())
                        .served()
                        .json()
                        .doc("options")
                        .flag("share_rc"))
                .isFalse();
    }

    @Test
    void refusesAPageTokenOfAnotherList(Scene scene) {
        Below.open(scene, "una");
        Below.open(scene, "ute");
        String token =
                scene.ask("accounts").query("page_size", 1).served().json().text("next_page_token");

        scene.ask("users").query("next_page_token", token).refused("page-token");
        scene.elsewhere().ask("accounts").query("next_page_token", token).refused("page-token");
    }

    @Test
    void dropsSubAccountsAndMastersThatAreRemoved(Scene scene) {
        Scene below = Below.open(scene, "una");
        Scene other = Below.open(scene, "ute");

        tellRemoved(below);
        assertThat(scene.ask("accounts").served().json().docs("accounts"))
                .extracting(Doc::id)
                .containsExactly(other.account());
        tellRemoved(scene);
        assertThat(row(other).optionalText("master_id")).isEmpty();
    }

    private static void tellRemoved(Scene scene) {
        scene.internally(call -> {
            call.publish(new AccountRemoved(call.account()));
            return call;
        });
    }

    private static Doc row(Scene scene) {
        return scene.inside(
                unit -> unit.find(KernelTables.ACCOUNTS, unit.account()).orElseThrow());
    }
}

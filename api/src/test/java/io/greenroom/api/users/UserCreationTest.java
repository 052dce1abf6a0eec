package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class UserCreationTest {

    private static Ask create(Scene scene, String action, String email, int type) {
        return create(scene, action, email, type, "");
    }

    private static Ask create(Scene scene, String action, String email, int type, String more) {
        return scene.ask("userCreate").body(body(action, email, type, more));
    }

    private static String body(String action, String email, int type, String more) {
        return """
                {"action": "%s",
                 "user_info": {"email": "%s", "type": %d, "first_name": "Ada", "last_name": "Lovelace"%s}}"""
                .formatted(action, email, type, more);
    }

    @Test
    void invitesAUser(Scene scene) {
        Reply reply = create(scene, "create", "ada@example.org", 2)
                .announcing("user.created")
                .served();

        Doc created = reply.json();
        assertThat(created.names()).containsExactly("id", "first_name", "last_name", "email", "type");
        assertThat(created.text("first_name")).isEqualTo("Ada");
        assertThat(created.number("type")).isEqualTo(2);
        assertThat(reply.header("Content-Location")).isEqualTo(scene.origin() + "/v2/users/" + created.id());
        Doc shown = scene.ask("user", created.id()).served().json();
        assertThat(shown.text("status")).isEqualTo("pending");
        assertThat(shown.number("verified")).isZero();
    }

    @Test
    void announcesTheOperatorAndTheCreationType(Scene scene) {
        Reply reply = create(scene, "create", "ada@example.org", 2)
                .announcing("user.created")
                .served();

        Doc payload = reply.event("user.created").payload();
        assertThat(payload.text("account_id")).isEqualTo(scene.account());
        assertThat(payload.text("operator")).isEqualTo("owner@first.example");
        assertThat(payload.text("operator_id")).isEqualTo(scene.owner());
        assertThat(payload.text("creation_type")).isEqualTo("create");
        assertThat(payload.doc("object").names()).containsExactly("id", "first_name", "last_name", "email", "type");
        assertThat(payload.doc("object").id()).isEqualTo(reply.json().id());
    }

    @Test
    void addsAUserOfTheAccountsOwnDomainAtOnce(Scene scene) {
        Doc created = create(scene, "autoCreate", "ada@first.example", 1, ", \"password\": \"Sesame-42-open\"")
                .announcing("user.created")
                .served()
                .json();

        Doc shown = scene.ask("user", created.id()).served().json();
        assertThat(shown.text("status")).isEqualTo("active");
        assertThat(shown.number("login_type")).isEqualTo(100);
        assertThat(shown.number("verified")).isEqualTo(1);
        assertThat(TestUsers.kept(scene, created.id()).text("password_hash")).startsWith("pbkdf2-sha256$");
    }

    @Test
    void addsAnApiUserAtOnce(Scene scene) {
        Doc created = create(scene, "custCreate", "ada@example.org", 1)
                .announcing("user.created")
                .served()
                .json();

        Doc shown = scene.ask("user", created.id()).served().json();
        assertThat(shown.text("status")).isEqualTo("active");
        assertThat(shown.number("login_type")).isEqualTo(99);
    }

    @Test
    void addsAUserOfSingleSignOnAtOnceEvenWithoutAPlan(Scene scene) {
        Doc created = create(scene, "ssoCreate", "ada@example.org", 99)
                .announcing("user.created")
                .served()
                .json();

        Doc shown = scene.ask("user", created.id()).served().json();
        assertThat(shown.text("status")).isEqualTo("active");
        assertThat(shown.number("type")).isEqualTo(99);
        assertThat(shown.number("login_type")).isEqualTo(101);
    }

    @Test
    void linksLicensedUsersOfSingleSignOnByTheirMailbox(Scene scene) {
        assertThat(link(scene, "ada@example.org", 2)).isEqualTo(scene.origin() + "/my/ada");
        assertThat(link(scene, "Ada@example.net", 2)).matches(".*/my/[0-9]{10}");
        assertThat(link(scene, "o'hara+zoom@example.org", 2)).matches(".*/my/[0-9]{10}");
        assertThat(link(scene, "ben@example.org", 1)).isEmpty();
    }

    private static String link(Scene scene, String email, int type) {
        Doc created = create(scene, "ssoCreate", email, type)
                .announcing("user.created")
                .served()
                .json();
        return scene.ask("user", created.id()).served().json().text("vanity_url", "");
    }

    @Test
    void givesEachUserAPasscodeForThePersonalMeeting(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Doc settings = scene.ask("userSettings", ada.id()).served().json();

        assertThat(settings.doc("schedule_meeting").text("pmi_password")).matches("[0-9]{6}");
    }

    @Test
    void namesTheMissingFields(Scene scene) {
        Reply reply = scene.ask("userCreate")
                .body("""
                        {"action": "create", "user_info": {"email": "ada@example.org"}}""")
                .refused("validation");

        assertThat(reply.json().docs("errors")).singleElement().satisfies(error -> {
            assertThat(error.text("field")).isEqualTo("user_info.type");
            assertThat(error.text("message")).isEqualTo("Missing field.");
        });
    }

    @Test
    void refusesMembersWithoutTheRight(Scene scene) {
        Doc ben = TestUsers.member(scene, "ben");

        scene.askAs(ben.id(), "user:write", "userCreate")
                .body(body("create", "ada@example.org", 1, ""))
                .refused("no-privilege");
    }

    @Test
    void refusesWaysThatTheAccountDoesNotHave(Scene scene) {
        scene.without("partner");
        create(scene, "custCreate", "ada@example.org", 1).refused("contact-support");
        scene.without("sso_provision");
        create(scene, "ssoCreate", "ada@example.org", 1).refused("sso-provision-off");
        scene.without("sso");
        create(scene, "ssoCreate", "ada@example.org", 1).refused("sso-off");
    }

    @Test
    void refusesFlaggedNames(Scene scene) {
        TestUsers.policy(scene, policy -> policy.put("flagged_words", List.of("lovel")));

        create(scene, "create", "ada@example.org", 1).refused("name-flagged", "name", "Lovelace");
    }

    @Test
    void refusesAddressesOfOtherDomains(Scene scene) {
        create(scene, "autoCreate", "ada@example.org", 1)
                .refused("domain-unlisted", "email", "ada@example.org", "domains", "first.example");
        TestUsers.policy(scene, policy -> policy.put("blocked_domains", List.of("example.org"))
                .put("limited_domains", List.of("example.com", "example.net")));
        create(scene, "create", "ada@example.org", 1).refused("domain-blocked");
        create(scene, "create", "ada@example.edu", 1).refused("domain-unlisted", "domains", "example.com,example.net");
        create(scene, "create", "ada@EXAMPLE.com", 1).announcing("user.created").served();
    }

    @Test
    void refusesAddressesThatAreTaken(Scene scene) {
        scene.user("ada@example.org");
        scene.pendingUser("pia@example.org");
        create(scene, "create", "ADA@example.org", 1).refused("user-in-account", "email", "ADA@example.org");
        scene.user("Ünal@example.org");
        create(scene, "create", "Ünal@EXAMPLE.org", 1).refused("user-in-account", "email", "Ünal@EXAMPLE.org");
        scene.ask("user", "Ünal@example.org").served();
        create(scene, "create", "pia@example.org", 1).refused("email-invited");
        Doc ben = scene.user("ben@example.org");
        TestUsers.change(scene, ben.id(), user -> user.put("runs_phone", true));
        create(scene, "create", "ben@example.org", 1).refused("user-runs-phone");
    }

    @Test
    void refusesAddressesThatAreTakenInOtherAccounts(Scene scene) {
        scene.elsewhere().user("sam@first.example");

        create(scene, "autoCreate", "sam@first.example", 1)
                .refused("email-active-elsewhere", "email", "sam@first.example");
        create(scene, "create", "sam@first.example", 1).refused("email-used", "email", "sam@first.example");
    }

    @Test
    void refusesWeakPasswordsAndUnknownPlans(Scene scene) {
        create(scene, "autoCreate", "ada@first.example", 1, ", \"password\": \"short\"")
                .refused("password-invalid");
        create(scene, "autoCreate", "ada@first.example", 1, ", \"password\": \"abcdefgh\"")
                .refused("password-invalid");
        create(scene, "create", "ada@example.org", 1, ", \"plan_united_type\": \"3\"")
                .refused("united-plan-invalid");
    }

    @Test
    void refusesTypesThatTheAccountDoesNotHave(Scene scene) {
        create(scene, "create", "ada@example.org", 99).refused("user-type-refused");
        scene.without("on_prem");
        create(scene, "create", "ada@example.org", 3).refused("user-type-refused");
    }

    @Test
    void refusesUnknownGroups(Scene scene) {
        create(scene, "create", "ada@example.org", 1, ", \"group_id\": \"nowhere\"")
                .refused("group-missing", "groupId", "nowhere");
    }

    @Test
    void refusesMoreLicensedUsersThanThePlanAllows(Scene scene) {
        scene.change(account -> account.put("licences", 2));
        create(scene, "create", "ada@example.org", 2).announcing("user.created").served();
        create(scene, "create", "ben@example.org", 2).refused("licence-full", "type", "Licensed", "max", "2");
        scene.change(account -> account.put("licences", 1));
        create(scene, "create", "ben@example.org", 3).refused("licence-none", "type", "On-prem", "max", "1");
        create(scene, "create", "ben@example.org", 1).announcing("user.created").served();
    }

    @Test
    void refusesMoreBasicUsersThanThePlanAllows(Scene scene) {
        scene.change(account -> account.put("basic_users", 1));
        create(scene, "create", "ada@example.org", 1).announcing("user.created").served();
        create(scene, "create", "ben@example.org", 1).refused("basic-full", "max", "1");
        scene.change(account -> account.put("basic_users", 0));
        create(scene, "create", "ben@example.org", 1).refused("basic-none");
    }
}

package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserChangeTest {

    private static void refuses(Scene scene, String userId, String body, String failure, String... pairs) {
        scene.ask("userUpdate", userId).body(body).refused(failure, pairs);
    }

    private static Reply change(Scene scene, String userId, String body) {
        return scene.ask("userUpdate", userId)
                .body(body)
                .announcing("user.updated")
                .expect(204);
    }

    @Test
    void changesTheProfile(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        change(
                scene,
                ada.id(),
                """
                {"first_name": "Augusta", "dept": "Maths", "timezone": "Europe/London", "language": "en-GB",
                 "job_title": "Countess", "company": "Engines", "location": "London", "manager": "boss@example.org",
                 "cms_user_id": "k1", "use_pmi": true, "host_key": "424242", "plan_united_type": "1"}""");

        Doc shown = scene.ask("user", ada.id()).served().json();
        assertThat(shown.text("first_name")).isEqualTo("Augusta");
        assertThat(shown.text("last_name")).isEqualTo("Test");
        assertThat(shown.text("dept")).isEqualTo("Maths");
        assertThat(shown.text("timezone")).isEqualTo("Europe/London");
        assertThat(shown.text("language")).isEqualTo("en-GB");
        assertThat(shown.text("job_title")).isEqualTo("Countess");
        assertThat(shown.text("company")).isEqualTo("Engines");
        assertThat(shown.text("location")).isEqualTo("London");
        assertThat(shown.text("manager")).isEqualTo("boss@example.org");
        assertThat(shown.text("cms_user_id")).isEqualTo("k1");
        assertThat(shown.flag("use_pmi")).isTrue();
        assertThat(shown.text("host_key")).isEqualTo("424242");
        assertThat(shown.text("plan_united_type")).isEqualTo("1");
    }

    @Test
    void announcesOnlyChangedFields(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Reply reply = change(
                scene,
                ada.id(),
                """
                {"first_name": "Augusta", "last_name": "Test", "dept": "Maths"}""");

        Doc payload = reply.event("user.updated").payload();
        assertThat(payload.names())
                .containsExactlyInAnyOrder(
                        "account_id", "operator", "operator_id", "object", "old_object", "time_stamp");
        assertThat(payload.doc("object").names()).containsExactlyInAnyOrder("id", "first_name", "dept");
        assertThat(payload.doc("object").text("dept")).isEqualTo("Maths");
        assertThat(payload.doc("old_object").names()).containsExactlyInAnyOrder("id", "first_name", "dept");
        assertThat(payload.doc("old_object").text("first_name")).isEqualTo("Ada");
    }

    @Test
    void announcesNothingWithoutAChange(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userUpdate", ada.id())
                .body("""
                {"first_name": "Ada"}""")
                .served();
        scene.ask("userUpdate", ada.id()).body("{}").served();
    }

    @Test
    void clearsOptionalFieldsSentAsNull(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        change(scene, ada.id(), """
                {"company": "Engines"}""");

        change(
                scene,
                ada.id(),
                """
                {"company": null, "type": null, "pmi": null, "host_key": null, "timezone": null, "dept": null,
                 "custom_attributes": null, "vanity_name": null}""");

        Doc shown = scene.ask("user", ada.id()).served().json();
        assertThat(shown.text("company")).isEmpty();
        assertThat(shown).isEqualTo(ada);
    }

    @Test
    void answersInvalidFieldsInTheWordsOfTheUsersFamily(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Reply create = scene.ask("userCreate")
                .body(
                        """
                        {"action": "create", "user_info": {"email": "eva@example.org", "last_name": "%s"}}"""
                                .formatted("x".repeat(65)))
                .refused("validation");
        assertThat(create.json().docs("errors"))
                .extracting(error -> error.text("field") + " " + error.text("message"))
                .containsExactlyInAnyOrder("user_info.last_name Invalid field.", "user_info.type Missing field.");
        Reply change = scene.ask("userUpdate", ada.id())
                .body("{\"phone_numbers\": [{\"number\": \"%s\"}]}".formatted("1".repeat(33)))
                .refused("validation");
        assertThat(change.json().docs("errors").getFirst().text("message")).isEqualTo("Invalid field.");
    }

    @Test
    void refusesABodyWithAValueOfAnotherType(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userCreate")
                .body("{\"action\": \"create\", \"user_info\": [{\"email\": \"eva@example.org\", \"type\": 1}]}")
                .refused("body-not-json");
        refuses(scene, ada.id(), "{\"type\": \"Licensed\"}", "body-not-json");
        refuses(scene, ada.id(), "{\"phone_numbers\": {\"number\": \"1\"}}", "body-not-json");
        scene.ask("userUpdate", ada.id()).body("{\"type\": \"2\"}").served();
    }

    @Test
    void findsTheUserByLoginType(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userUpdate", ada.id())
                .query("login_type", 99)
                .body("{\"dept\": \"Maths\"}")
                .announcing("user.updated")
                .served();
        scene.ask("userUpdate", ada.id()).query("login_type", 1).body("{}").refused("user-missing");
    }

    @Test
    void movesThePersonalMeeting(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");

        change(scene, ada.id(), "{\"pmi\": 5594913504}");

        Doc shown = scene.ask("user", ada.id()).served().json();
        assertThat(shown.number("pmi")).isEqualTo(5594913504L);
        assertThat(shown.text("personal_meeting_url")).isEqualTo(scene.origin() + "/j/5594913504");
        refuses(scene, ben.id(), "{\"pmi\": 5594913504}", "pmi-taken");
        refuses(scene, ben.id(), "{\"pmi\": 12345}", "validation");
    }

    @Test
    void givesAPersonalLinkAndTakesItAway(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");

        Reply reply = change(scene, ada.id(), "{\"vanity_name\": \"Ada.L\"}");

        assertThat(reply.event("user.updated").object().text("vanity_url")).isEqualTo(scene.origin() + "/my/Ada.L");
        assertThat(scene.ask("user", ada.id()).served().json().text("vanity_url"))
                .isEqualTo(scene.origin() + "/my/Ada.L");
        refuses(scene, ben.id(), "{\"vanity_name\": \"ada.l\"}", "vanity-name-taken");
        change(scene, ada.id(), "{\"vanity_name\": \"\"}");
        assertThat(scene.ask("user", ada.id()).served().json().get("vanity_url"))
                .isNull();
        change(scene, ben.id(), "{\"vanity_name\": \"ada.l\"}");
    }

    @Test
    void keepsTheAccountsAttributesByTheirKeys(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.attribute(scene, "desk", "Desk");
        TestUsers.attribute(scene, "door", "Door");
        change(
                scene,
                ada.id(),
                """
                {"custom_attributes": [{"key": "desk", "name": "Table", "value": "4"},
                 {"key": "door", "value": "x"}]}""");

        change(scene, ada.id(), """
                {"custom_attributes": [{"key": "desk", "value": "5"}]}""");

        List<Doc> attributes = scene.ask("user", ada.id()).served().json().docs("custom_attributes");
        assertThat(attributes)
                .extracting(attribute ->
                        attribute.text("key") + " " + attribute.text("name") + " " + attribute.text("value"))
                .containsExactlyInAnyOrder("desk Desk 5", "door Door x");
        refuses(
                scene,
                ada.id(),
                """
                {"custom_attributes": [{"key": "roof", "value": "5"}]}""",
                "custom-attribute-unknown");
    }

    @Test
    void keepsTheOldFieldsForTheFirstTelephoneNumber(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        change(
                scene,
                ada.id(),
                """
                {"phone_numbers": [{"country": "US", "code": "+1", "number": "5550100", "label": "Mobile"},
                                   {"country": "BR", "code": "+55", "number": "5550101", "label": ""}]}""");

        Doc shown = scene.ask("user", ada.id()).served().json();
        assertThat(shown.text("phone_number")).isEqualTo("5550100");
        assertThat(shown.text("phone_country")).isEqualTo("US");
        assertThat(shown.docs("phone_numbers")).hasSize(2);
        assertThat(shown.docs("phone_numbers").getFirst().flag("verified")).isFalse();

        change(scene, ada.id(), "{\"phone_number\": \"5550199\", \"phone_country\": \"GB\"}");
        assertThat(phones(scene, ada)).containsExactly("GB +44 5550199 Mobile", "BR +55 5550101 ");
        change(scene, ada.id(), "{\"phone_number\": null}");
        assertThat(phones(scene, ada)).containsExactly("BR +55 5550101 ");
        assertThat(scene.ask("user", ada.id()).served().json().text("phone_number"))
                .isEqualTo("5550101");
        change(scene, ada.id(), "{\"phone_numbers\": []}");
        change(scene, ada.id(), "{\"phone_country\": \"US\"}");
        Doc last = scene.ask("user", ada.id()).served().json();
        assertThat(last.text("phone_country")).isEqualTo("US");
        assertThat(last.text("phone_number")).isEmpty();
        assertThat(last.names()).doesNotContain("phone_numbers");
    }

    private static List<String> phones(Scene scene, Doc user) {
        return scene.ask("user", user.id()).served().json().docs("phone_numbers").stream()
                .map(number -> String.join(
                        " ", number.text("country"), number.text("code"), number.text("number"), number.text("label")))
                .toList();
    }

    @Test
    void keepsAVerifiedNumberVerified(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        change(scene, ada.id(), "{\"phone_numbers\": [{\"number\": \"5550100\"}]}");
        TestUsers.change(
                scene,
                ada.id(),
                user -> user.put(
                        "phone_numbers",
                        List.of(user.docs("phone_numbers").getFirst().put("verified", true))));

        change(
                scene,
                ada.id(),
                """
                {"phone_numbers": [{"number": "5550100", "label": "Home"}, {"number": "5550101"}]}""");

        assertThat(scene.ask("user", ada.id()).served().json().docs("phone_numbers"))
                .extracting(number -> number.flag("verified"))
                .containsExactly(true, false);
    }

    @Test
    void removesFeaturesWithTheLicence(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userSettingsUpdate", ada.id())
                .body("{\"feature\": {\"webinar\": true, \"webinar_capacity\": 500}}")
                .announcing("user.settings_updated")
                .served();

        change(scene, ada.id(), "{\"type\": 1}");

        Doc feature = scene.ask("userSettings", ada.id()).served().json().doc("feature");
        assertThat(feature.flag("webinar")).isFalse();
        assertThat(feature.get("webinar_capacity")).isNull();
    }

    @Test
    void letsMembersChangeTheirProfileButNotTheirPlan(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        scene.askAs(ada.id(), "user:write", "userUpdate", "me")
                .body("{\"first_name\": \"Augusta\"}")
                .announcing("user.updated")
                .served();
        for (String body : List.of("{\"type\": 1}", "{\"plan_united_type\": \"1\"}", "{\"group_id\": \"g\"}")) {
            scene.askAs(ada.id(), "user:write", "userUpdate", "me").body(body).refused("no-permission");
        }
    }

    @Test
    void leavesProfilesToAdministratorsWhereTheAccountSaysSo(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.policy(scene, policy -> policy.put("users_edit_profile", false));

        refusesMember(scene, ada, "{\"last_name\": \"King\"}", "admin-only-name");
        refusesMember(scene, ada, "{\"host_key\": \"123456\"}", "admin-only-host-key");
        refusesMember(scene, ada, "{\"pmi\": 5594913504}", "admin-only-pmi");
        refusesMember(scene, ada, "{\"vanity_name\": \"ada\"}", "admin-only-vanity-name");
        scene.askAs(ada.id(), "user:write", "userUpdate", "me")
                .body("{\"dept\": \"Maths\"}")
                .announcing("user.updated")
                .served();
        change(scene, ada.id(), "{\"last_name\": \"King\"}");
    }

    private static void refusesMember(Scene scene, Doc member, String body, String failure) {
        scene.askAs(member.id(), "user:write", "userUpdate", "me").body(body).refused(failure);
    }

    @Test
    void refusesInvalidTypes(Scene scene) {
        Doc room = scene.user("room@example.org");
        TestUsers.change(scene, room.id(), user -> user.put("room_user", true));
        refuses(scene, room.id(), "{\"type\": 1}", "room-user-not-basic", "userId", room.id());
        Doc host = scene.user("host@example.org");
        TestUsers.change(scene, host.id(), user -> user.put("upcoming_events_capacity", 500));
        refuses(scene, host.id(), "{\"type\": 1}", "events-upcoming-basic");
        refuses(scene, host.id(), "{\"type\": 99}", "user-type-refused");
        Doc basic = scene.user("basic@example.org");
        change(scene, basic.id(), "{\"type\": 1}");
        refuses(scene, basic.id(), "{\"use_pmi\": true}", "host-not-paid");
        refuses(scene, basic.id(), "{\"host_key\": \"424242\"}", "host-key-not-paid");
    }

    @Test
    void givesAHostKeyToLicensedUsersOnly(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        change(scene, ada.id(), "{\"type\": 1}");
        assertThat(scene.ask("user", ada.id()).served().json().names()).doesNotContain("host_key");
        change(scene, ada.id(), "{\"type\": 2}");
        assertThat(scene.ask("user", ada.id()).served().json().text("host_key")).hasSize(6);
    }

    @Test
    void refusesMoreLicencesThanThePlanHas(Scene scene) {
        Doc basic = scene.user("basic@example.org");
        change(scene, basic.id(), "{\"type\": 1}");
        scene.change(account -> account.put("licences", 1));
        refuses(scene, basic.id(), "{\"type\": 2}", "convert-licence-none", "type", "Licensed", "max", "1");
        scene.change(account -> account.put("licences", 2));
        scene.ask("userCreate")
                .body("{\"action\": \"create\", \"user_info\": {\"email\": \"paul@example.org\", \"type\": 2}}")
                .announcing("user.created")
                .served();
        refuses(scene, basic.id(), "{\"type\": 2}", "convert-licence-full", "type", "Licensed");
    }

    @Test
    void countsTheLicencesOfDeactivatedUsers(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");
        Doc ben = TestUsers.member(scene, "ben");
        for (Doc user : List.of(ada, ben)) {
            scene.ask("userStatus", user.id())
                    .body("{\"action\": \"deactivate\"}")
                    .announcing("user.deactivated")
                    .served();
        }
        scene.change(account -> account.put("licences", 2));

        change(scene, ada.id(), "{\"type\": 2}");

        refuses(scene, ben.id(), "{\"type\": 2}", "convert-licence-none");
    }

    @Test
    void refusesMoreBasicUsersThanThePlanHas(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.pendingUser("pia@example.org");
        scene.change(account -> account.put("basic_users", 1));
        refuses(scene, ada.id(), "{\"type\": 1}", "convert-basic-full", "type", "Licensed", "max", "1");
        scene.change(account -> account.put("basic_users", 0));
        refuses(scene, ada.id(), "{\"type\": 1}", "convert-basic-none");
    }

    @Test
    void refusesInvalidValues(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.policy(scene, policy -> policy.put("flagged_words", List.of("rude")));

        refuses(scene, "nobody", "{}", "user-missing", "userId", "nobody");
        refuses(scene, ada.id(), "{\"first_name\": \"Rudelia\"}", "name-flagged", "name", "Rudelia");
        refuses(scene, ada.id(), "{\"password\": \"aaaaaaaa\"}", "password-invalid");
        refuses(scene, ada.id(), "{\"password\": \"short\"}", "password-invalid");
        refuses(scene, ada.id(), "{\"plan_united_type\": \"3\"}", "united-plan-invalid");
        refuses(scene, ada.id(), "{\"group_id\": \"nowhere\"}", "group-missing", "groupId", "nowhere");
        refuses(scene, ada.id(), "{\"timezone\": \"Moon/Tycho\"}", "validation");
    }
}

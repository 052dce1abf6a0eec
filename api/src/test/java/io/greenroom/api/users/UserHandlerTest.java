package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EncryptedEmail;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserHandlerTest {

    @Test
    void listsActiveUsersInTheOrderInWhichTheyCame(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.pendingUser("pia@example.org");

        Doc list = scene.ask("users").served().json();

        assertThat(list.docs("users")).extracting(Doc::id).containsExactly(scene.owner(), ada.id());
        assertThat(list.number("total_records")).isEqualTo(2);
        assertThat(list.number("page_count")).isEqualTo(1);
        assertThat(list.number("page_number")).isEqualTo(1);
        assertThat(list.number("page_size")).isEqualTo(30);
        assertThat(list.text("next_page_token")).isEmpty();
        Doc row = list.docs("users").getLast();
        assertThat(row.text("email")).isEqualTo("ada@example.org");
        assertThat(row.number("type")).isEqualTo(2);
        assertThat(row.text("status")).isEqualTo("active");
        assertThat(row.text("role_id")).isEqualTo("2");
        assertThat(row.number("pmi")).isEqualTo(ada.number("pmi"));
        assertThat(row.get("host_key")).isNull();
        assertThat(row.get("account_id")).isNull();
    }

    @Test
    void answersTheAccountNumber(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc owner = scene.ask("user", scene.owner()).served().json();

        assertThat(ada.number("account_number")).isBetween(10_000_000L, 99_999_999L);
        assertThat(owner.number("account_number")).isEqualTo(ada.number("account_number"));
    }

    @Test
    void listsPendingUsersWithoutIds(Scene scene) {
        scene.pendingUser("pia@example.org");

        List<Doc> rows =
                scene.ask("users").query("status", "pending").served().json().docs("users");

        assertThat(rows).extracting(row -> row.text("email")).containsExactly("pia@example.org");
        assertThat(rows.getFirst().get("id")).isNull();
    }

    @Test
    void treatsAnUnknownStatusAsActive(Scene scene) {
        assertThat(scene.ask("users").query("status", "asleep").served().json().docs("users"))
                .hasSize(1);
    }

    @Test
    void listsUsersOfOneRole(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Doc members = scene.ask("users").query("role_id", "2").served().json();
        Doc owners = scene.ask("users").query("role_id", "0").served().json();

        assertThat(members.docs("users")).extracting(Doc::id).containsExactly(ada.id());
        assertThat(members.number("total_records")).isEqualTo(1);
        assertThat(owners.docs("users")).extracting(Doc::id).containsExactly(scene.owner());
    }

    @Test
    void showsHostKeysAndAttributesInTheListWhenAsked(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        TestUsers.policy(scene, policy -> policy.put("custom_attributes", List.of(attribute(policy, "desk", "Desk"))));
        scene.ask("userUpdate", ada.id())
                .body("""
                        {"custom_attributes": [{"key": "desk", "value": "4"}]}""")
                .announcing("user.updated")
                .served();

        Doc withKeys =
                scene.ask("users").query("include_fields", "host_key").served().json();
        Doc withAttributes = scene.ask("users")
                .query("include_fields", "custom_attributes")
                .served()
                .json();

        assertThat(withKeys.docs("users").getLast().text("host_key")).isEqualTo(ada.text("host_key"));
        assertThat(withKeys.docs("users").getLast().get("custom_attributes")).isNull();
        assertThat(withAttributes
                        .docs("users")
                        .getLast()
                        .docs("custom_attributes")
                        .getFirst()
                        .text("value"))
                .isEqualTo("4");
    }

    private static Doc attribute(Doc policy, String key, String name) {
        return new Doc(policy.schema()
                        .property("custom_attributes")
                        .orElseThrow()
                        .schema()
                        .items())
                .put("key", key)
                .put("name", name);
    }

    @Test
    void pagesByNumberAndByToken(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");

        Doc first = scene.ask("users").query("page_size", 2).served().json();
        Doc next = scene.ask("users")
                .query("next_page_token", first.text("next_page_token"))
                .served()
                .json();
        Doc second = scene.ask("users")
                .query("page_size", 2)
                .query("page_number", 2)
                .served()
                .json();

        assertThat(first.docs("users")).extracting(Doc::id).containsExactly(scene.owner(), ada.id());
        assertThat(first.number("page_count")).isEqualTo(2);
        assertThat(next.docs("users")).extracting(Doc::id).containsExactly(ben.id());
        assertThat(next.text("next_page_token")).isEmpty();
        assertThat(second.docs("users")).extracting(Doc::id).containsExactly(ben.id());
    }

    @Test
    void showsAUserByIdByAddressInAnyCaseAndAsMe(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Doc byAddress = scene.ask("user", "ADA@Example.org").served().json();
        Doc me = scene.ask("user", "me").served().json();

        assertThat(byAddress).isEqualTo(ada);
        assertThat(me.id()).isEqualTo(scene.owner());
        assertThat(me.text("role_name")).isEqualTo("Owner");
    }

    @Test
    void showsTheFieldsOfAnActiveUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        assertThat(ada.text("account_id")).isEqualTo(scene.account());
        assertThat(ada.text("created_at")).isEqualTo("2021-08-02T10:00:00Z");
        assertThat(ada.text("personal_meeting_url")).isEqualTo(scene.origin() + "/j/" + ada.number("pmi"));
        assertThat(ada.text("pmi")).hasSize(10);
        assertThat(ada.text("host_key")).hasSize(6);
        assertThat(ada.text("jid")).isEqualTo(ada.id().toLowerCase(Locale.ROOT) + "@xmpp.zoom.us");
        assertThat(ada.flag("use_pmi")).isFalse();
        assertThat(ada.texts("group_ids")).isEmpty();
        assertThat(ada.text("role_id")).isEqualTo("2");
        assertThat(ada.text("role_name")).isEqualTo("Member");
        assertThat(ada.number("login_type")).isEqualTo(99);
        assertThat(ada.text("timezone")).isEqualTo("UTC");
        assertThat(ada.text("language")).isEqualTo("en-US");
        for (String field :
                List.of("dept", "job_title", "company", "location", "phone_country", "phone_number", "cms_user_id")) {
            assertThat(ada.text(field)).as(field).isEmpty();
        }
        assertThat(scene.ask("users").served().json().docs("users").getLast().names())
                .contains("dept")
                .doesNotContain("job_title", "company", "location", "phone_number", "cms_user_id");
        assertThat(ada.names()).doesNotContain("login_types", "encrypted_email", "password_hash");
    }

    @Test
    void showsAPendingUserAsCreatedNow(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");
        scene.advance(Duration.ofDays(2));

        Doc shown = scene.ask("user", "pia@example.org").served().json();

        assertThat(shown.id()).isEqualTo(pia.id());
        assertThat(shown.text("status")).isEqualTo("pending");
        assertThat(shown.text("created_at")).isEqualTo("2021-08-04T10:00:00Z");
        assertThat(shown.get("pmi")).isNull();
    }

    @Test
    void findsAUserByEncryptedAddressByEmployeeIdAndByLoginType(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userUpdate", ada.id())
                .body("""
                        {"employee_unique_id": "E-7"}""")
                .announcing("user.updated")
                .served();
        String encrypted = EncryptedEmail.of(scene.installation().scope().signer(), "ada@example.org");

        Reply byEncrypted =
                scene.ask("user", encrypted).query("encrypted_email", true).served();
        Reply byEmployee =
                scene.ask("user", "E-7").query("search_by_unique_id", true).served();
        Reply byLoginType = scene.ask("user", ada.id()).query("login_type", 99).served();
        Reply byId = scene.ask("user", ada.id())
                .query("encrypted_email", true)
                .query("search_by_unique_id", true)
                .served();

        assertThat(List.of(byEncrypted, byEmployee, byLoginType, byId))
                .allSatisfy(reply -> assertThat(reply.json().id()).isEqualTo(ada.id()));
        scene.ask("user", encrypted).refused("user-missing");
        for (String other :
                List.of("ada@example.org", "x", encrypted.substring(1), encrypted.replace('A', 'B') + "A")) {
            scene.ask("user", other).query("encrypted_email", true).refused("user-missing", "userId", other);
        }
        scene.ask("user", ada.id()).query("login_type", 101).refused("user-missing", "userId", ada.id());
        scene.ask("user", ada.id()).query("search_by_unique_id", true).refused("user-missing");
        scene.ask("user", "ada@example.org").query("encrypted_email", true).refused("user-missing");
    }

    @Test
    void hidesUsersOfOtherAccounts(Scene scene) {
        Doc stranger = scene.elsewhere().user("sam@example.net");

        scene.ask("user", stranger.id()).refused("user-missing", "userId", stranger.id());
        scene.ask("user", "sam@example.net").refused("user-missing", "userId", "sam@example.net");
    }

    @Test
    void showsAMemberOnlyTheirOwnUser(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        assertThat(scene.askAs(ada.id(), "user_info:read", "user", "me")
                        .served()
                        .json()
                        .id())
                .isEqualTo(ada.id());
        scene.askAs(ada.id(), "user:read", "user", ada.text("email")).served();
        scene.askAs(ada.id(), "user:read", "user", scene.owner()).refused("no-permission");
    }
}

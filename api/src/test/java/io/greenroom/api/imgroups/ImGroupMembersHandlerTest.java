package io.greenroom.api.imgroups;

import static io.greenroom.api.imgroups.TestImGroups.add;
import static io.greenroom.api.imgroups.TestImGroups.byId;
import static io.greenroom.api.imgroups.TestImGroups.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.api.users.UsersGroup;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class ImGroupMembersHandlerTest {

    private static List<String> membersOf(Scene scene, Doc group) {
        return scene.ask("imGroupMembers", group.id()).served().json().docs("members").stream()
                .map(Doc::id)
                .toList();
    }

    private static List<String> groupsOf(Scene scene, Doc user) {
        return scene.ask("user", user.id()).served().json().texts("im_group_ids");
    }

    @Test
    void addsUsersByIdOrAddress(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc eve = scene.elsewhere().user("eve@example.net");

        Reply reply = add(
                        scene,
                        sales,
                        byId(ada) + ", {\"email\": \"Ben@example.org\"}, {\"id\": \"nobody\"}, " + byId(eve) + ","
                                + byId(ben))
                .expect(201);

        assertThat(reply.json().text("ids")).isEqualTo(ada.id() + "," + ben.id());
        assertThat(reply.json().text("added_at")).isEqualTo("2021-08-02T10:00:00Z");
        Doc list = scene.ask("imGroupMembers", sales.id()).served().json();
        assertThat(list.number("total_records")).isEqualTo(2);
        assertThat(list.docs("members").getFirst().names())
                .containsExactlyInAnyOrder("id", "email", "first_name", "last_name", "type");
        assertThat(groupsOf(scene, ben)).containsExactly(sales.id());
        assertThat(scene.ask("user", ben.id()).served().json().texts("group_ids"))
                .isEmpty();
    }

    @Test
    void limitsMembersToTenPerRequest(Scene scene) {
        Doc sales = group(scene, "Sales");
        List<String> members =
                IntStream.range(0, 11).mapToObj(i -> "{\"id\": \"" + i + "\"}").toList();

        add(scene, sales, String.join(",", members)).refused("validation");
        add(scene, sales, String.join(",", members.subList(1, 11))).served();
    }

    @Test
    void listsMembersPageByPage(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Doc user = scene.user("user" + i + "@example.org");
            add(scene, sales, byId(user)).served();
            ids.add(user.id());
        }
        add(scene, support, "{\"id\": \"" + ids.getFirst() + "\"}").served();

        Doc first = scene.ask("imGroupMembers", sales.id())
                .query("page_size", 2)
                .served()
                .json();
        String token = first.text("next_page_token");
        Doc second = scene.ask("imGroupMembers", sales.id())
                .query("next_page_token", token)
                .served()
                .json();
        Doc byNumber = scene.ask("imGroupMembers", sales.id())
                .query("page_size", 2)
                .query("page_number", 2)
                .served()
                .json();

        assertThat(first.number("page_count")).isEqualTo(2);
        assertThat(first.docs("members")).extracting(Doc::id).isEqualTo(ids.subList(0, 2));
        assertThat(second.docs("members")).extracting(Doc::id).containsExactly(ids.getLast());
        assertThat(second.text("next_page_token")).isEmpty();
        assertThat(byNumber.docs("members")).isEqualTo(second.docs("members"));
        scene.ask("imGroupMembers", support.id())
                .query("next_page_token", token)
                .refused("page-token");
    }

    @Test
    void removesAMember(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        add(scene, sales, byId(ada) + "," + byId(ben)).served();

        scene.ask("imGroupMembersDelete", sales.id(), ada.id()).expect(204);

        assertThat(membersOf(scene, sales)).containsExactly(ben.id());
        assertThat(groupsOf(scene, ada)).isEmpty();
        scene.ask("imGroupMembersDelete", sales.id(), ada.id()).refused("im-group-member-missing");
        scene.ask("imGroupMembersDelete", sales.id(), "nobody").refused("im-group-member-missing");
        TestImGroups.makeDefault(scene, sales);
        scene.ask("imGroupMembersDelete", sales.id(), ben.id()).refused("im-group-default", "groupId", sales.id());
    }

    @Test
    void removesDepartedUsers(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc pia = scene.user("pia@example.org");
        add(scene, sales, byId(ada) + "," + byId(ben) + "," + byId(pia)).served();
        Scene sub = scene.elsewhere();
        sub.change(account -> account.put("master_id", scene.account()));

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();
        scene.ask("switchUserAccount", "me", ben.id())
                .body("{\"account_id\": \"" + sub.account() + "\"}")
                .announcing("user.disassociated")
                .served();
        assertThat(membersOf(scene, sales)).containsExactly(pia.id());
        assertThat(scene.ask("imGroup", sales.id()).served().json().number("total_members"))
                .isOne();
    }

    @Test
    void limitsAUserToAThousandGroups(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        List<String> many = IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
        scene.internally(call -> {
            var users = new UsersGroup().users();
            Doc kept = users.find(call, ada.id()).orElseThrow();
            return users.keep(call.store(), kept.copy().put("im_group_ids", many));
        });

        add(scene, sales, byId(ada)).refused("member-groups-max", "userId", ada.id());
    }

    @Test
    void answers404ForAnUnknownGroup(Scene scene) {
        String tooLong = "x".repeat(65);

        scene.ask("imGroupMembers", "none").refused("im-group-missing", "groupId", "none");
        scene.ask("imGroupMembersCreate", "none").body("{}").refused("im-group-missing");
        scene.ask("imGroupMembersDelete", "none", "me").refused("im-group-missing");
        scene.advance(Duration.ofSeconds(1));
        scene.ask("imGroupMembers", tooLong).refused("group-name-missing");
        scene.ask("imGroupMembersCreate", tooLong).body("{}").refused("group-name-missing");
        scene.ask("imGroupMembersDelete", tooLong, "me").refused("group-name-missing");
    }

    @Test
    void requiresAPlan(Scene scene) {
        Doc sales = group(scene, "Sales");
        TestImGroups.unpaid(scene);

        scene.ask("imGroupMembers", sales.id()).refused("account-without-plan");
        add(scene, sales, "").refused("account-without-plan");
        scene.ask("imGroupMembersDelete", sales.id(), "me").refused("account-without-plan");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, byId(ada)).served();
        Scene elsewhere = scene.elsewhere();
        Doc eve = elsewhere.user("eve@example.net");

        elsewhere.ask("imGroupMembers", sales.id()).refused("im-group-missing");
        add(elsewhere, sales, byId(eve)).refused("im-group-missing");
        elsewhere.ask("imGroupMembersDelete", sales.id(), ada.id()).refused("im-group-missing");
        assertThat(membersOf(scene, sales)).containsExactly(ada.id());
    }
}

package io.greenroom.api.groups;

import static io.greenroom.api.groups.TestGroups.add;
import static io.greenroom.api.groups.TestGroups.group;
import static io.greenroom.api.groups.TestGroups.groupsOf;
import static io.greenroom.api.groups.TestGroups.membersOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.api.users.UsersGroup;
import io.greenroom.api.users.facts.InvitationAccepted;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
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
class GroupMembersHandlerTest {

    private static Ask addAll(Scene scene, Doc group, String members) {
        return scene.ask("groupMembersCreate", group.id()).body("{\"members\": [" + members + "]}");
    }

    private static Ask change(Scene scene, Doc group, Doc member, String action, String target) {
        return scene.ask("updateAGroupMember", group.id(), member.id())
                .body("{\"action\": \"%s\", \"target_group_id\": \"%s\"}".formatted(action, target));
    }

    private static long total(Scene scene, Doc group) {
        return scene.ask("group", group.id()).served().json().number("total_members");
    }

    @Test
    void addsUsersByIdOrAddress(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");

        Reply reply = addAll(
                        scene,
                        sales,
                        "{\"id\": \"" + ada.id() + "\", \"email\": \"ben@example.org\"},"
                                + "{\"email\": \"BEN@example.org\"}")
                .expect(201);

        assertThat(reply.json().names()).containsExactly("ids", "added_at");
        assertThat(reply.json().text("ids")).isEqualTo(ada.id() + "," + ben.id());
        assertThat(reply.json().text("added_at")).isEqualTo("2021-08-02T10:00:00Z");
        List<Doc> members =
                scene.ask("groupMembers", sales.id()).served().json().docs("members");
        assertThat(members).extracting(Doc::id).containsExactly(ada.id(), ben.id());
        assertThat(members.getFirst().names())
                .containsExactlyInAnyOrder("id", "email", "first_name", "last_name", "type");
        assertThat(total(scene, sales)).isEqualTo(2);
        assertThat(groupsOf(scene, ben)).containsExactly(sales.id());
    }

    @Test
    void skipsUnknownUsers(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        Doc foreign = scene.elsewhere().user("eve@example.net");

        Reply reply = addAll(
                        scene,
                        sales,
                        """
                        {"id": "nobody", "email": "ada@example.org"}, {"email": "nobody@example.org"}, {},
                        {"id": "%s"}, {"email": "eve@example.net"}, {"id": "%s"}, {"email": "ada@example.org"}"""
                                .formatted(foreign.id(), ada.id()))
                .served();

        assertThat(reply.json().text("ids")).isEqualTo(ada.id());
        assertThat(membersOf(scene, sales)).containsExactly(ada.id());
        assertThat(addAll(scene, sales, "").served().json().text("ids")).isEmpty();
        assertThat(total(scene, sales)).isEqualTo(1);
    }

    @Test
    void countsEachMemberOnce(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, ada).served();

        assertThat(add(scene, sales, ada).served().json().text("ids")).isEqualTo(ada.id());

        assertThat(total(scene, sales)).isEqualTo(1);
        assertThat(groupsOf(scene, ada)).containsExactly(sales.id());
    }

    @Test
    void limitsMembersToThirtyPerRequest(Scene scene) {
        Doc sales = group(scene, "Sales");
        List<String> members =
                IntStream.range(0, 31).mapToObj(i -> "{\"id\": \"" + i + "\"}").toList();

        addAll(scene, sales, String.join(",", members)).refused("validation");
        addAll(scene, sales, String.join(",", members.subList(1, 31))).served();
    }

    @Test
    void listsMembersPageByPage(Scene scene) {
        Doc sales = group(scene, "Sales");
        add(scene, group(scene, "Support"), scene.user("zoe@example.org")).served();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Doc user = scene.user("user" + i + "@example.org");
            add(scene, sales, user).served();
            ids.add(user.id());
        }

        List<String> byNumber = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Doc page = scene.ask("groupMembers", sales.id())
                    .query("page_size", 2)
                    .query("page_number", number)
                    .served()
                    .json();
            assertThat(page.number("page_count")).isEqualTo(3);
            assertThat(page.number("page_number")).isEqualTo(number);
            assertThat(page.number("total_records")).isEqualTo(5);
            page.docs("members").forEach(member -> byNumber.add(member.id()));
        }
        assertThat(byNumber).isEqualTo(ids);
        List<String> byToken = new ArrayList<>();
        String token = "";
        do {
            Doc page = scene.ask("groupMembers", sales.id())
                    .query("page_size", 2)
                    .query("next_page_token", token)
                    .served()
                    .json();
            page.docs("members").forEach(member -> byToken.add(member.id()));
            token = page.text("next_page_token");
        } while (!token.isEmpty());
        assertThat(byToken).isEqualTo(ids);
    }

    @Test
    void refusesAPageTokenOfAnotherGroup(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        add(scene, sales, scene.user("ada@example.org"), scene.user("ben@example.org"))
                .served();

        String token = scene.ask("groupMembers", sales.id())
                .query("page_size", 1)
                .served()
                .json()
                .text("next_page_token");

        scene.ask("groupMembers", support.id()).query("next_page_token", token).refused("page-token");
    }

    @Test
    void removesAMember(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        add(scene, sales, ada, ben).served();

        scene.ask("groupMembersDelete", sales.id(), ada.id()).expect(204);
        scene.ask("groupMembersDelete", sales.id(), "ben@example.org").expect(204);

        assertThat(membersOf(scene, sales)).isEmpty();
        assertThat(total(scene, sales)).isZero();
        assertThat(groupsOf(scene, ada)).isEmpty();
        scene.ask("groupMembersDelete", sales.id(), ada.id()).refused("group-member-missing");
        scene.ask("groupMembersDelete", sales.id(), "nobody").refused("group-member-missing");
    }

    @Test
    void usesTheFirstGroupAsPrimaryByDefault(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, ada).served();
        add(scene, support, ada).served();
        assertThat(groupsOf(scene, ada)).containsExactly(sales.id(), support.id());

        change(scene, sales, ada, "set_primary", support.id()).expect(204);
        assertThat(groupsOf(scene, ada)).containsExactly(support.id(), sales.id());
        change(scene, sales, ada, "set_primary", support.id()).expect(204);
        change(scene, sales, ada, "set_primary", sales.id()).expect(204);
        assertThat(groupsOf(scene, ada)).containsExactly(sales.id(), support.id());
    }

    @Test
    void movesAMember(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        Doc legal = group(scene, "Legal");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, ada).served();
        add(scene, support, ada).served();

        change(scene, sales, ada, "move", legal.id()).expect(204);
        assertThat(groupsOf(scene, ada)).containsExactly(legal.id(), support.id());
        assertThat(total(scene, sales)).isZero();
        assertThat(membersOf(scene, legal)).containsExactly(ada.id());
        change(scene, legal, ada, "move", support.id()).expect(204);
        assertThat(groupsOf(scene, ada)).containsExactly(support.id());
        assertThat(total(scene, support)).isEqualTo(1);
        change(scene, support, ada, "move", support.id()).expect(204);
        assertThat(groupsOf(scene, ada)).containsExactly(support.id());
        assertThat(total(scene, support)).isEqualTo(1);
    }

    @Test
    void requiresATargetGroup(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        add(scene, sales, ada).served();

        scene.ask("updateAGroupMember", sales.id(), ada.id())
                .body("{\"action\": \"move\"}")
                .refused("group-target-empty");
        change(scene, sales, ada, "set_primary", "").refused("group-target-empty");
        change(scene, sales, ada, "move", "nowhere").refused("group-unknown", "groupId", "nowhere");
        change(scene, sales, ada, "promote", support.id()).refused("validation");
        scene.ask("updateAGroupMember", sales.id(), ada.id()).body("{}").refused("validation");
        change(scene, sales, ada, "set_primary", support.id()).refused("group-member-missing");
        change(scene, sales, ben, "move", support.id()).refused("group-member-missing");
        assertThat(groupsOf(scene, ada)).containsExactly(sales.id());
    }

    @Test
    void addsNewUsersToTheirChosenGroup(Scene scene) {
        Doc sales = group(scene, "Sales");
        String user =
                """
                {"action": "%s", "user_info": {"email": "%s@example.org", "type": 1, "group_id": "%s"}}""";

        Doc ada = scene.ask("userCreate")
                .body(user.formatted("custCreate", "ada", sales.id()))
                .announcing("user.created")
                .served()
                .json();
        assertThat(groupsOf(scene, ada)).containsExactly(sales.id());
        Doc pia = scene.ask("userCreate")
                .body(user.formatted("create", "pia", sales.id()))
                .announcing("user.created")
                .served()
                .json();
        assertThat(groupsOf(scene, pia)).isEmpty();
        accept(scene, pia);
        assertThat(membersOf(scene, sales)).containsExactly(ada.id(), pia.id());

        Doc ben = scene.ask("userCreate")
                .body(user.formatted("create", "ben", sales.id()))
                .announcing("user.created")
                .served()
                .json();
        scene.ask("groupDelete", sales.id()).served();
        accept(scene, ben);
        assertThat(groupsOf(scene, ben)).isEmpty();
    }

    @Test
    void addsUsersByTheGroupOfTheirProfile(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        Doc ada = scene.user("ada@example.org");
        add(scene, support, ada).served();

        Reply reply = scene.ask("userUpdate", ada.id())
                .body("{\"group_id\": \"" + sales.id() + "\"}")
                .announcing("user.updated")
                .expect(204);

        assertThat(reply.event("user.updated").object().texts("group_ids")).containsExactly(support.id(), sales.id());
        assertThat(groupsOf(scene, ada)).containsExactly(support.id(), sales.id());
        assertThat(membersOf(scene, sales)).containsExactly(ada.id());
        scene.ask("userUpdate", ada.id())
                .body("{\"group_id\": \"" + sales.id() + "\"}")
                .expect(204);
    }

    private static void accept(Scene scene, Doc user) {
        scene.internally(call -> {
            call.publish(new InvitationAccepted(user.id()));
            return user;
        });
    }

    @Test
    void removesDepartedUsers(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc pia = scene.user("pia@example.org");
        Scene sub = TestGroups.below(scene);
        add(scene, sales, ada, ben, pia).served();

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();
        assertThat(membersOf(scene, sales)).containsExactly(ben.id(), pia.id());
        scene.ask("switchUserAccount", "me", ben.id())
                .body("{\"account_id\": \"" + sub.account() + "\"}")
                .announcing("user.disassociated")
                .served();
        assertThat(membersOf(scene, sales)).containsExactly(pia.id());
        assertThat(groupsOf(sub, ben)).isEmpty();
    }

    @Test
    void limitsAUserToAThousandGroups(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        List<String> many = IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
        scene.internally(call -> {
            var users = new UsersGroup().users();
            Doc kept = users.find(call, ada.id()).orElseThrow();
            return users.keep(call.store(), kept.copy().put("group_ids", many));
        });

        add(scene, sales, ada).refused("member-groups-max", "userId", ada.id());
    }

    @Test
    void answers404ForAnUnknownGroup(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("groupMembers", "none").refused("group-unknown", "groupId", "none");
        scene.ask("groupMembersCreate", "none").body("{}").refused("group-unknown");
        scene.ask("groupMembersDelete", "none", ada.id()).refused("group-unknown");
        scene.ask("updateAGroupMember", "none", ada.id())
                .body("{\"action\": \"move\"}")
                .refused("group-unknown", "groupId", "none");
    }

    @Test
    void requiresAPlan(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        TestGroups.unpaid(scene);

        scene.ask("groupMembers", sales.id()).refused("group-unpaid");
        add(scene, sales, ada).refused("group-unpaid");
        scene.ask("groupMembersDelete", sales.id(), ada.id()).refused("group-unpaid");
        scene.advance(Duration.ofSeconds(1));
        change(scene, sales, ada, "move", sales.id()).refused("group-unpaid", "accountId", scene.account());
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, ada).served();
        Scene elsewhere = scene.elsewhere();
        Doc theirs = group(elsewhere, "Theirs");
        Doc eve = elsewhere.user("eve@example.net");

        elsewhere.ask("groupMembers", sales.id()).refused("group-unknown");
        add(elsewhere, sales, eve).refused("group-unknown");
        elsewhere.ask("groupMembersDelete", sales.id(), ada.id()).refused("group-unknown");
        change(elsewhere, sales, ada, "move", theirs.id()).refused("group-unknown");
        change(scene, sales, ada, "move", theirs.id()).refused("group-unknown", "groupId", theirs.id());
        assertThat(membersOf(scene, sales)).containsExactly(ada.id());
    }

    @Test
    void refusesGroupsOfSubAccounts(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, ada).served();
        Doc theirs = group(TestGroups.below(scene), "Theirs");

        scene.ask("groupMembersDelete", theirs.id(), ada.id())
                .refused("group-not-on-account", "accountId", scene.account());
        change(scene, sales, ada, "move", theirs.id()).refused("group-not-on-account");
    }
}

package io.greenroom.api.groups;

import static io.greenroom.api.groups.TestGroups.group;
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
class GroupHandlerTest {

    private static Ask create(Scene scene, String body) {
        return scene.ask("groupCreate").body(body);
    }

    private static Ask rename(Scene scene, Doc group, String body) {
        return scene.ask("groupUpdate", group.id()).body(body);
    }

    @Test
    void createsAGroupWithoutMembers(Scene scene) {
        Reply reply = create(scene, "{\"name\": \"Sales\"}").expect(201);

        assertThat(reply.json().names()).containsExactlyInAnyOrder("id", "name", "total_members");
        assertThat(reply.json().text("name")).isEqualTo("Sales");
        assertThat(reply.json().number("total_members")).isZero();
        String id = reply.json().id();
        assertThat(reply.header("Content-Location")).isEqualTo(scene.origin() + "/v2/groups/" + id);
        assertThat(scene.ask("group", id).served().json()).isEqualTo(reply.json());
    }

    @Test
    void requiresAName(Scene scene) {
        create(scene, "{}").refused("group-name-missing");
        create(scene, "{\"name\": null}").refused("group-name-missing");
        create(scene, "{\"name\": \"\"}").refused("group-name-missing");
        create(scene, "{\"name\": \" \\t\"}").refused("group-name-missing");
        create(scene, "{\"name\": \"\u00a0\u200b\"}").refused("group-name-missing");
        create(scene, "{\"name\": \"" + "n".repeat(128) + "\"}").refused("validation");
        create(scene, "{\"name\": \"" + "n".repeat(127) + "\"}").expect(201);
    }

    @Test
    void refusesANameThatAnotherGroupHasInAnyCase(Scene scene) {
        group(scene, "Über Sales");
        Doc other = group(scene, "Support");

        create(scene, "{\"name\": \"über SALES \"}").refused("group-name-used", "groupName", "über SALES ");
        rename(scene, other, "{\"name\": \"ÜBER sales\"}").refused("group-name-used", "groupName", "ÜBER sales");
        create(scene, "{\"name\": \"U\u0308ber\u00a0Sales\"}").expect(409);
    }

    @Test
    void keepsANameWithoutTheBlanksAroundIt(Scene scene) {
        assertThat(group(scene, " Sales  team ").text("name")).isEqualTo("Sales  team");
    }

    @Test
    void listsGroupsWithTheirMembersCounted(Scene scene) {
        assertThat(scene.ask("groups").served().text()).isEqualTo("{\"total_records\":0,\"groups\":[]}");
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        TestGroups.add(scene, support, scene.user("ada@example.org"), scene.user("ben@example.org"))
                .served();

        Doc list = scene.ask("groups").served().json();

        assertThat(list.number("total_records")).isEqualTo(2);
        assertThat(list.docs("groups")).containsExactly(sales, support.copy().put("total_members", 2));
    }

    @Test
    void renamesAGroup(Scene scene) {
        Doc sales = group(scene, "Sales");

        rename(scene, sales, "{\"name\": \"SALES\"}").expect(204);
        rename(scene, sales, "{}").expect(204);

        assertThat(scene.ask("group", sales.id()).served().json().text("name")).isEqualTo("SALES");
        rename(scene, sales, "{\"name\": null}").refused("group-name-missing");
        rename(scene, sales, "{\"name\": \" \"}").refused("group-name-missing");
        rename(scene, sales, "{\"name\": \"Marketing\"}").served();
        create(scene, "{\"name\": \"sales\"}").expect(201);
    }

    @Test
    void removesAGroupFromItsMembers(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        Doc ada = scene.user("ada@example.org");
        TestGroups.add(scene, sales, ada).served();
        TestGroups.add(scene, support, ada).served();

        scene.ask("groupDelete", sales.id()).expect(204);

        assertThat(TestGroups.groupsOf(scene, ada)).containsExactly(support.id());
        assertThat(scene.ask("groups").served().json().number("total_records")).isEqualTo(1);
        scene.ask("groupDelete", sales.id()).refused("group-unknown", "groupId", sales.id());
        scene.ask("groupDelete", ada.id()).refused("group-member-missing");
    }

    @Test
    void removesALargeGroupFromAllMembersAtOnce(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        scene.ask("updateGroupSettings", support.id())
                .body("{\"schedule_meeting\": {\"audio_type\": \"telephony\"}}")
                .served();
        Doc last = sales;
        for (int i = 0; i < 300; i++) {
            last = scene.user("user" + i + "@example.org");
            TestGroups.add(scene, sales, last).served();
            scene.advance(Duration.ofSeconds(i % 10 == 0 ? 1 : 0));
        }
        TestGroups.add(scene, support, last).served();

        scene.ask("groupDelete", sales.id()).expect(204);

        Doc user = last;
        assertThat(TestGroups.groupsOf(scene, user)).containsExactly(support.id());
        List<Doc> listed = scene.ask("users")
                .query("page_size", 300)
                .query("page_number", 2)
                .served()
                .json()
                .docs("users");
        assertThat(listed).flatExtracting(row -> row.texts("group_ids")).containsExactly(support.id());
        assertThat(scene.ask("userSettings", user.id())
                        .served()
                        .json()
                        .doc("schedule_meeting")
                        .text("audio_type"))
                .isEqualTo("telephony");
        scene.advance(Duration.ofSeconds(1));
        long kept = scene.inside(unit ->
                unit.in(GroupsGroup.MEMBERS).where("group_id", sales.id()).count());
        assertThat(kept).isZero();
        assertThat(TestGroups.groupsOf(scene, user)).containsExactly(support.id());
    }

    @Test
    void answers404ForAnUnknownGroup(Scene scene) {
        for (String id : List.of("none", "Ä/ö %", "'; --")) {
            scene.ask("group", id).refused("group-unknown", "groupId", id);
            scene.ask("groupUpdate", id).body("{\"name\": \"x\"}").refused("group-unknown", "groupId", id);
            scene.ask("groupDelete", id).refused("group-unknown", "groupId", id);
        }
        scene.ask("group", "x".repeat(65)).refused("validation");
    }

    @Test
    void limitsGroupsToAHundredADay(Scene scene) {
        for (int i = 0; i < 100; i++) {
            group(scene, "Group " + i);
            scene.advance(Duration.ofSeconds(1));
        }

        create(scene, "{\"name\": \"One more\"}").refused("group-created-too-often");
        scene.advance(Duration.ofDays(1));
        group(scene, "One more");
    }

    @Test
    void limitsGroupsToFiveThousand(Scene scene) {
        scene.inside(unit -> {
            for (int i = 0; i < 5000; i++) {
                unit.insert(
                        GroupDirectory.GROUPS,
                        unit.blank(GroupDirectory.GROUPS)
                                .put("id", "g" + i)
                                .put("account_id", unit.account())
                                .put("name", "Group " + i)
                                .put("name_key", "group " + i));
            }
            return unit;
        });

        create(scene, "{\"name\": \"One more\"}").refused("group-max");
        assertThat(scene.ask("groups").served().json().docs("groups")).hasSize(5000);
    }

    @Test
    void requiresAPlan(Scene scene) {
        Doc sales = group(scene, "Sales");
        TestGroups.unpaid(scene);

        scene.ask("groups").refused("groups-unpaid");
        create(scene, "{\"name\": \"x\"}").refused("group-unpaid", "accountId", scene.account());
        scene.ask("group", sales.id()).refused("group-unpaid");
        rename(scene, sales, "{\"name\": \"x\"}").refused("group-unpaid");
        scene.ask("groupDelete", sales.id()).refused("group-unpaid");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc sales = group(scene, "Sales");
        Scene elsewhere = scene.elsewhere();

        elsewhere.ask("group", sales.id()).refused("group-unknown");
        rename(elsewhere, sales, "{\"name\": \"Theirs\"}").refused("group-unknown");
        elsewhere.ask("groupDelete", sales.id()).refused("group-unknown");
        assertThat(elsewhere.ask("groups").served().json().number("total_records"))
                .isZero();
        group(elsewhere, "Sales");
        assertThat(scene.ask("group", sales.id()).served().json()).isEqualTo(sales);
    }

    @Test
    void refusesGroupsOfSubAccounts(Scene scene) {
        Doc theirs = group(TestGroups.below(scene), "Theirs");

        scene.ask("group", theirs.id()).refused("group-foreign");
        rename(scene, theirs, "{\"name\": \"x\"}").refused("group-not-on-account", "accountId", scene.account());
        scene.ask("groupDelete", theirs.id()).refused("group-unknown");
    }
}

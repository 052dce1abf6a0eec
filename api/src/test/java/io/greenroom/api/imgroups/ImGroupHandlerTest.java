package io.greenroom.api.imgroups;

import static io.greenroom.api.imgroups.TestImGroups.add;
import static io.greenroom.api.imgroups.TestImGroups.byId;
import static io.greenroom.api.imgroups.TestImGroups.group;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class ImGroupHandlerTest {

    private static Ask change(Scene scene, Doc group, String body) {
        return scene.ask("imGroupUpdate", group.id()).body(body);
    }

    private static Doc shown(Scene scene, Doc group) {
        return scene.ask("imGroup", group.id()).served().json();
    }

    @Test
    void createsAGroup(Scene scene) {
        Reply reply = TestImGroups.create(
                        scene,
                        "{\"name\": \"Sales\", \"type\": \"shared\", \"search_by_domain\": true,"
                                + " \"search_by_account\": \"false\"}")
                .expect(201);

        String id = reply.json().id();
        assertThatJson(reply.text())
                .isEqualTo(
                        """
                        {"id": "%s", "name": "Sales", "total_members": 0, "type": "shared", "search_by_domain": true,
                         "search_by_account": false, "search_by_ma_account": false}"""
                                .formatted(id));
        assertThat(reply.header("Content-Location")).isEqualTo(scene.origin() + "/v2/im/groups/" + id);
        assertThat(shown(scene, reply.json())).isEqualTo(reply.json());
        assertThat(group(scene, "Support").text("type")).isEqualTo("normal");
    }

    @Test
    void requiresAUniqueName(Scene scene) {
        Doc sales = group(scene, "Sales");

        TestImGroups.create(scene, "{}").refused("group-name-missing");
        TestImGroups.create(scene, "{\"name\": \"  \"}").refused("group-name-missing");
        TestImGroups.create(scene, "{\"name\": \"SALES \"}").refused("group-name-used", "groupName", "SALES ");
        TestImGroups.create(scene, "{\"name\": \"" + "n".repeat(129) + "\"}").refused("validation");
        TestImGroups.create(scene, "{\"name\": \"x\", \"type\": \"secret\"}").refused("validation");
        Doc other = TestImGroups.create(scene, "{\"name\": \"" + "n".repeat(128) + "\"}")
                .served()
                .json();
        change(scene, other, "{\"name\": \"sales\"}").refused("group-name-used");
        change(scene, sales, "{\"name\": \"\"}").refused("group-name-missing");
        change(scene, sales, "{\"name\": null}").refused("group-name-missing");
        scene.ask("imGroupUpdate", "x".repeat(65)).body("{}").refused("group-name-missing");
    }

    @Test
    void mayBeNamedAsAGroupOfUsers(Scene scene) {
        scene.ask("groupCreate").body("{\"name\": \"Sales\"}").served();

        group(scene, "Sales");
    }

    @Test
    void listsGroupsWithTheirMembersCounted(Scene scene) {
        assertThat(scene.ask("imGroups").served().text()).isEqualTo("{\"total_records\":0,\"groups\":[]}");
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        add(scene, support, byId(scene.user("ada@example.org"))).served();

        Doc list = scene.ask("imGroups").served().json();

        assertThat(list.number("total_records")).isEqualTo(2);
        assertThat(list.docs("groups")).containsExactly(sales, support.copy().put("total_members", 1));
    }

    @Test
    void changesAGroup(Scene scene) {
        Doc sales = group(scene, "Sales");

        change(scene, sales, "{\"type\": \"restricted\", \"search_by_ma_account\": true}")
                .expect(204);
        Doc restricted = shown(scene, sales);
        assertThat(restricted).isEqualTo(sales.copy().put("type", "restricted").put("search_by_ma_account", true));
        change(scene, sales, "{}").expect(204);
        assertThat(shown(scene, sales)).isEqualTo(restricted);
        change(scene, sales, "{\"name\": \"SALES\", \"type\": null, \"search_by_ma_account\": null}")
                .expect(204);
        assertThat(shown(scene, sales)).isEqualTo(sales.copy().put("name", "SALES"));
    }

    @Test
    void removesAGroupFromItsMembers(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        add(scene, sales, byId(ada)).served();

        scene.ask("imGroupDelete", sales.id()).expect(204);

        assertThat(scene.ask("user", ada.id()).served().json().texts("im_group_ids"))
                .isEmpty();
        scene.ask("imGroupDelete", sales.id()).refused("im-group-missing", "groupId", sales.id());
        assertThat(scene.ask("imGroups").served().json().number("total_records"))
                .isZero();
    }

    @Test
    void keepsTheDefaultGroup(Scene scene) {
        Doc sales = group(scene, "Sales");
        TestImGroups.makeDefault(scene, sales);

        scene.ask("imGroupDelete", sales.id()).refused("im-group-default", "groupId", sales.id());
        change(scene, sales, "{\"type\": \"shared\"}").served();
        scene.ask("imGroupDelete", sales.id()).refused("im-group-default");
    }

    @Test
    void limitsGroupsToFiveThousand(Scene scene) {
        scene.inside(unit -> {
            for (int i = 0; i < 5000; i++) {
                unit.insert(
                        ImGroupHandler.GROUPS,
                        unit.blank(ImGroupHandler.GROUPS)
                                .put("id", "g" + i)
                                .put("name", "Group " + i)
                                .put("name_key", "group " + i));
            }
            return unit;
        });

        TestImGroups.create(scene, "{\"name\": \"One more\"}").refused("group-max");
    }

    @Test
    void answers404ForAnUnknownGroup(Scene scene) {
        for (String id : List.of("none", "Ä/ö %")) {
            scene.ask("imGroup", id).refused("im-group-missing", "groupId", id);
            scene.ask("imGroupUpdate", id).body("{}").refused("im-group-missing", "groupId", id);
            scene.ask("imGroupDelete", id).refused("im-group-missing", "groupId", id);
        }
        scene.ask("imGroup", "x".repeat(65)).refused("group-name-missing");
        scene.ask("imGroupDelete", "x".repeat(65)).refused("group-name-missing");
    }

    @Test
    void requiresAPlan(Scene scene) {
        Doc sales = group(scene, "Sales");
        TestImGroups.unpaid(scene);

        scene.ask("imGroups").refused("account-without-plan", "accountId", scene.account());
        TestImGroups.create(scene, "{\"name\": \"x\"}").refused("account-without-plan");
        scene.ask("imGroup", sales.id()).refused("account-without-plan");
        change(scene, sales, "{}").refused("account-without-plan");
        scene.ask("imGroupDelete", sales.id()).refused("account-without-plan");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc sales = group(scene, "Sales");
        Scene elsewhere = scene.elsewhere();

        elsewhere.ask("imGroup", sales.id()).refused("im-group-missing");
        change(elsewhere, sales, "{\"name\": \"Theirs\"}").refused("im-group-missing");
        elsewhere.ask("imGroupDelete", sales.id()).refused("im-group-missing");
        assertThat(elsewhere.ask("imGroups").served().json().docs("groups")).isEmpty();
        group(elsewhere, "Sales");
        assertThat(shown(scene, sales)).isEqualTo(sales);
    }
}

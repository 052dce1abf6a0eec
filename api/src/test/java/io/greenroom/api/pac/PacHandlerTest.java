package io.greenroom.api.pac;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Table;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class PacHandlerTest {
    private static final String CONFERENCE =
            """
            {"conference_id": 111111, "participant_password": "1234", "listen_only_password": "5678",
             "dedicated_dial_in_number": [{"number": "123343434", "country": "USA"}],
             "global_dial_in_numbers": [{"number": "434343434", "country": "USA"}]}""";

    @Test
    void listsNothingWhileNothingIsAssigned(Scene scene) {
        assertPacs(scene, scene.user("ada@example.org").id(), "");
    }

    @Test
    void listsTheUsersConferences(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        assign(scene, ada, CONFERENCE);
        assign(scene, ben, "{\"conference_id\": 222222}");
        assign(scene, ada, "{\"conference_id\": 333333}");

        assertPacs(scene, ada.id(), CONFERENCE + ", {\"conference_id\": 333333}");
        assertPacs(scene, "ben@example.org", "{\"conference_id\": 222222}");
    }

    @Test
    void showsUsersTheirOwn(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        assign(scene, ada, "{\"conference_id\": 222222}");

        assertThatJson(scene.askAs(ada.id(), "pac:read", "userPACs", "me")
                        .served()
                        .text())
                .isEqualTo("{\"pac_accounts\": [{\"conference_id\": 222222}]}");
        scene.askAs(ada.id(), "pac:read", "userPACs", scene.owner()).refused("no-permission");
    }

    @Test
    void assignsAConferenceToOneUserOnly(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        assign(scene, ada, CONFERENCE);

        assign(scene, ben, "{\"conference_id\": 111111}");

        assertPacs(scene, ada.id(), "");
        assertPacs(scene, ben.id(), "{\"conference_id\": 111111}");
    }

    @Test
    void isOffWithoutTheFeature(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.without("pac");

        scene.ask("userPACs", ada.id()).refused("pac-off");
    }

    @Test
    void isOffForAUserWithTheSettingOff(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        turnOff(scene, ada);

        scene.ask("userPACs", ada.id()).refused("pac-off");
    }

    @Test
    void answers404ForAnUnknownUser(Scene scene) {
        scene.ask("userPACs", "nobody").refused("user-missing", "userId", "nobody");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        assign(scene, ada, CONFERENCE);
        Scene elsewhere = scene.elsewhere();
        Doc eve = elsewhere.user("eve@example.org");

        assign(elsewhere, eve, "{\"conference_id\": 111111}");

        elsewhere.ask("userPACs", ada.id()).refused("user-missing", "userId", ada.id());
        assertPacs(elsewhere, eve.id(), "{\"conference_id\": 111111}");
        assertPacs(scene, ada.id(), CONFERENCE);
    }

    @Test
    void removesConferencesWithTheirUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        assign(scene, ada, CONFERENCE);

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();

        List<Doc> kept = scene.inside(unit -> PacAccounts.of(unit, ada.id()));
        assertThat(kept).isEmpty();
    }

    @Test
    void endsConferencesWhenTheirUserMoves(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        assign(scene, ada, CONFERENCE);
        Scene below = scene.elsewhere();
        below.change(row -> row.put("master_id", scene.account()));

        scene.ask("switchUserAccount", "me", ada.id())
                .body("{\"account_id\": \"%s\"}".formatted(below.account()))
                .announcing("user.disassociated")
                .served();

        assertPacs(below, ada.id(), "");
        List<Doc> kept = scene.inside(unit -> PacAccounts.of(unit, ada.id()));
        assertThat(kept).isEmpty();
    }

    /** No operation of the public API changes this. */
    private static void turnOff(Scene scene, Doc user) {
        Table users = Table.of("users", "UserRecord");
        scene.inside(unit -> unit.update(
                users, unit.find(users, user.id()).orElseThrow().copy().put("pac_enabled", false)));
    }

    private static void assign(Scene scene, Doc user, String conference) {
        Doc given = Json.read(Schema.anyObject(), conference);
        scene.inside(unit -> PacAccounts.assign(unit, user.id(), given));
    }

    private static void assertPacs(Scene scene, String user, String expected) {
        assertThatJson(scene.ask("userPACs", user).served().text()).isEqualTo("{\"pac_accounts\": [" + expected + "]}");
    }
}

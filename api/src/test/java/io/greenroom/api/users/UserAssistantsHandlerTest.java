package io.greenroom.api.users;

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
class UserAssistantsHandlerTest {

    private static Ask add(Scene scene, String userId, String assistants) {
        return scene.ask("userAssistantCreate", userId).body("{\"assistants\": [" + assistants + "]}");
    }

    private static String byId(Doc user) {
        return "{\"id\": \"" + user.id() + "\"}";
    }

    private static List<Doc> list(Scene scene, String operation, String userId, String items) {
        return scene.ask(operation, userId).served().json().docs(items);
    }

    @Test
    void addsAssistants(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc cyd = scene.user("cyd@example.org");

        Reply reply = add(scene, ada.id(), byId(ben) + ", {\"email\": \"CYD@example.org\"}")
                .expect(201);

        assertThat(reply.json().text("ids")).isEqualTo(ben.id() + "," + cyd.id());
        assertThat(reply.json().text("add_at")).isEqualTo("2021-08-02T10:00:00Z");
        assertThat(reply.header("Content-Location"))
                .isEqualTo(scene.origin() + "/v2/users/" + ada.id() + "/assistants");
        List<Doc> assistants = list(scene, "userAssistants", ada.id(), "assistants");
        assertThat(assistants).extracting(Doc::id).containsExactly(ben.id(), cyd.id());
        assertThat(assistants.getFirst().names()).containsExactly("id", "email");
        List<Doc> schedulers = list(scene, "userSchedulers", ben.id(), "schedulers");
        assertThat(schedulers).extracting(Doc::id).containsExactly(ada.id());
        assertThat(schedulers.getFirst().number("pmi")).isEqualTo(ada.number("pmi"));
    }

    @Test
    void removesOneOrAllAssistants(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc cyd = scene.user("cyd@example.org");
        Doc dot = scene.user("dot@example.org");
        add(scene, ada.id(), byId(ben) + "," + byId(cyd) + "," + byId(dot)).served();

        scene.ask("userAssistantDelete", ada.id(), "ben@example.org").expect(204);
        scene.ask("userAssistantDelete", ada.id(), ben.id()).expect(204);

        assertThat(list(scene, "userAssistants", ada.id(), "assistants")).hasSize(2);
        scene.ask("userAssistantsDelete", ada.id()).expect(204);
        assertThat(list(scene, "userAssistants", ada.id(), "assistants")).isEmpty();
    }

    @Test
    void removesAUserAsAssistantOfOneOrAll(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc cyd = scene.user("cyd@example.org");
        add(scene, ada.id(), byId(cyd)).served();
        add(scene, ben.id(), byId(cyd)).served();

        scene.ask("userSchedulerDelete", cyd.id(), ada.id()).expect(204);

        assertThat(list(scene, "userSchedulers", cyd.id(), "schedulers"))
                .extracting(Doc::id)
                .containsExactly(ben.id());
        scene.ask("userSchedulersDelete", cyd.id()).expect(204);
        assertThat(list(scene, "userSchedulers", cyd.id(), "schedulers")).isEmpty();
    }

    @Test
    void refusesInvalidAssistants(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.pendingUser("pia@example.org");
        add(scene, ada.id(), byId(ben)).served();

        add(scene, ada.id(), byId(ada)).refused("assistant-is-self");
        add(scene, ada.id(), byId(ben)).refused("assistant-twice", "email", "ben@example.org");
        add(scene, ada.id(), "{\"email\": \"nobody@example.org\"}")
                .refused("assistant-missing", "email", "nobody@example.org");
        add(scene, ada.id(), "{\"email\": \"pia@example.org\"}").refused("assistant-missing");
    }

    @Test
    void refusesUsersWithoutALicence(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.ask("userUpdate", ben.id())
                .body("{\"type\": 1}")
                .announcing("user.updated")
                .served();

        add(scene, ada.id(), byId(ben)).refused("assistant-not-licensed", "email", "ben@example.org");
        add(scene, ben.id(), byId(ada)).refused("user-not-licensed", "userId", ben.id());
        scene.change(account -> account.put("plan", "free"));
        scene.advance(Duration.ofSeconds(1));
        add(scene, ada.id(), byId(ben)).refused("account-not-paid", "userId", ada.id());
    }

    @Test
    void refusesTooManyAssistants(Scene scene) {
        Doc boss = scene.user("boss@example.org");
        Doc busy = scene.user("busy@example.org");
        for (int i = 0; i < 30; i++) {
            Doc user = scene.user("user" + i + "@example.org");
            add(scene, boss.id(), byId(user)).served();
            add(scene, user.id(), byId(busy)).served();
        }

        scene.advance(Duration.ofSeconds(1));
        add(scene, boss.id(), byId(busy)).refused("assistants-max");
        add(scene, busy.id(), byId(boss)).served();
        Doc late = scene.user("late@example.org");
        add(scene, late.id(), byId(busy)).refused("schedulers-max", "email", "busy@example.org");
        assertThat(list(scene, "userAssistants", boss.id(), "assistants")).hasSize(30);
        assertThat(list(scene, "userSchedulers", busy.id(), "schedulers")).hasSize(30);
    }

    @Test
    void treatsAnEmptyIdAsAbsent(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");

        add(scene, ada.id(), "{\"id\": \"\", \"email\": \"ben@example.org\"}").served();

        assertThat(list(scene, "userAssistants", ada.id(), "assistants"))
                .extracting(Doc::id)
                .containsExactly(ben.id());
    }

    @Test
    void endsWithTheLicenceOfEitherUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Doc cyd = scene.user("cyd@example.org");
        add(scene, ada.id(), byId(ben)).served();
        add(scene, ben.id(), byId(cyd)).served();

        scene.ask("userUpdate", ben.id())
                .body("{\"type\": 1}")
                .announcing("user.updated")
                .served();

        assertThat(list(scene, "userAssistants", ada.id(), "assistants")).isEmpty();
        assertThat(list(scene, "userSchedulers", cyd.id(), "schedulers")).isEmpty();
        add(scene, ada.id(), byId(cyd)).served();
        scene.ask("userStatus", cyd.id())
                .body("{\"action\": \"deactivate\"}")
                .announcing("user.deactivated")
                .served();
        assertThat(list(scene, "userAssistants", ada.id(), "assistants")).isEmpty();
    }

    @Test
    void refusesUnknownUsers(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userAssistants", "nobody").refused("user-missing");
        add(scene, "nobody", byId(ada)).refused("user-missing");
        scene.ask("userAssistantsDelete", "nobody").refused("user-missing");
        scene.ask("userAssistantDelete", ada.id(), "nobody").refused("user-missing", "userId", "nobody");
        scene.ask("userSchedulers", "nobody").refused("user-missing");
        scene.ask("userSchedulersDelete", "nobody").refused("user-missing");
        scene.ask("userSchedulerDelete", ada.id(), "nobody").refused("user-missing", "userId", "nobody");
    }
}

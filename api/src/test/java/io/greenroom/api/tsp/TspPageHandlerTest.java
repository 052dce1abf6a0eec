package io.greenroom.api.tsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@GreenroomTest
class TspPageHandlerTest {
    private static final String PAGE = "{\"audio_url\": \"https://ring.example/numbers\"}";

    @Test
    void isKept(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("tspUrlUpdate", ada.id()).body(PAGE).expect(204);

        assertThat(pageOf(scene, ada)).contains("https://ring.example/numbers");
    }

    @Test
    void isKeptUntilAnotherIsGiven(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("tspUrlUpdate", ada.id()).body(PAGE).served();

        scene.ask("tspUrlUpdate", ada.id()).body("{}").served();
        assertThat(pageOf(scene, ada)).contains("https://ring.example/numbers");
        scene.ask("tspUrlUpdate", ada.id())
                .body("{\"audio_url\": \"https://ring.example/more\"}")
                .served();
        assertThat(pageOf(scene, ada)).contains("https://ring.example/more");
        scene.ask("tspUrlUpdate", ada.id()).body("{\"audio_url\": null}").served();
        assertThat(pageOf(scene, ada)).isEmpty();
    }

    @Test
    void needsNoBody(Scene scene) {
        scene.ask("tspUrlUpdate", scene.user("ada@example.org").id()).expect(204);
    }

    @Test
    void isAnAddressWithAtMost512Characters(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("tspUrlUpdate", ada.id())
                .body("{\"audio_url\": \"numbers here\"}")
                .refused("validation");
        scene.ask("tspUrlUpdate", ada.id())
                .body("{\"audio_url\": \"https://ring.example/%s\"}".formatted("n".repeat(500)))
                .refused("validation");
    }

    @Test
    void isForSpecialAccounts(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.without("tsp_special");

        scene.ask("tspUrlUpdate", ada.id()).body(PAGE).refused("tsp-not-special");
    }

    @Test
    void belongsToAUserOfTheAccount(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("tspUrlUpdate", "nobody").body(PAGE).refused("user-outside", "userId", "nobody");
        scene.elsewhere().ask("tspUrlUpdate", ada.id()).body(PAGE).refused("user-outside", "userId", ada.id());
    }

    @Test
    void belongsToAUserWithATimelyAcceptance(Scene scene) {
        String pat = scene.pendingUser("pat@example.org").id();
        scene.advance(Duration.ofDays(31));

        scene.ask("tspUrlUpdate", pat).body(PAGE).refused("invite-missing");
    }

    @Test
    void isRemovedWithItsUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("tspUrlUpdate", ada.id()).body(PAGE).served();

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();

        boolean gone =
                scene.inside(unit -> unit.find(TspPageHandler.PAGES, ada.id()).isEmpty());
        assertThat(gone).isTrue();
    }

    @Test
    void isRemovedWhenItsUserMoves(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("tspUrlUpdate", ada.id()).body(PAGE).served();

        Bridges.moveBelow(scene, ada);

        boolean gone =
                scene.inside(unit -> unit.find(TspPageHandler.PAGES, ada.id()).isEmpty());
        assertThat(gone).isTrue();
    }

    private static Optional<String> pageOf(Scene scene, Doc user) {
        return scene.inside(
                unit -> unit.find(TspPageHandler.PAGES, user.id()).flatMap(page -> page.optionalText("audio_url")));
    }
}

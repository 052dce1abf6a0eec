package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserBackgroundsHandlerTest {

    private static Ask upload(Scene scene, String userId, byte[] content) {
        return scene.ask("uploadVBuser", userId).file("file", "beach.gif", "image/gif", content);
    }

    private static List<Doc> files(Scene scene, Doc user) {
        return scene.ask("userSettings", user.id())
                .served()
                .json()
                .doc("in_meeting")
                .doc("virtual_background_settings")
                .docs("files");
    }

    @Test
    void keepsABackground(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Doc added = upload(scene, ada.id(), TestPictures.GIF).expect(201).json();

        assertThat(added.names()).containsExactly("id", "name", "type", "is_default", "size");
        assertThat(added.text("name")).isEqualTo("beach.gif");
        assertThat(added.text("type")).isEqualTo("image");
        assertThat(added.number("size")).isEqualTo(TestPictures.GIF.length);
        assertThat(files(scene, ada)).containsExactly(added);
    }

    @Test
    void cutsANameThatIsTooLong(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Doc added = scene.ask("uploadVBuser", ada.id())
                .file("file", "x".repeat(300) + ".png", "image/png", TestPictures.PNG)
                .served()
                .json();

        assertThat(added.text("name")).isEqualTo("x".repeat(255));
    }

    @Test
    void removesBackgroundsAndTheirFiles(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc one = upload(scene, ada.id(), TestPictures.GIF).served().json();
        Doc two = upload(scene, ada.id(), TestPictures.PNG).served().json();
        Doc three = upload(scene, ada.id(), TestPictures.PNG).served().json();

        scene.ask("delUserVB", ada.id())
                .query("file_ids", one.id() + ", " + two.id())
                .expect(204);
        scene.advance(Duration.ZERO);

        assertThat(files(scene, ada)).extracting(Doc::id).containsExactly(three.id());
    }

    @Test
    void limitsBackgroundsToTen(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        for (int i = 0; i < 10; i++) {
            upload(scene, ada.id(), TestPictures.PNG).served();
        }

        upload(scene, ada.id(), TestPictures.PNG).refused("background-max");

        assertThat(TestPictures.kept(scene)).isEqualTo(10);
    }

    @Test
    void keepsNoFileOfARefusedBackground(Scene scene) throws Exception {
        Doc ada = scene.user("ada@example.org");
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = IntStream.range(0, 24)
                    .mapToObj(i -> all.submit(() ->
                            upload(scene, ada.id(), TestPictures.PNG).tried().status()))
                    .toList();
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isIn(201, 400);
            }
        }

        assertThat(files(scene, ada)).hasSize(10);
        assertThat(TestPictures.kept(scene)).isEqualTo(10);
    }

    @Test
    void cutsANameBetweenCharacters(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        String name = "x".repeat(254) + "\ud83d\ude00";

        Doc added = scene.ask("uploadVBuser", ada.id())
                .file("file", name + "\ud83d\ude00", "image/png", TestPictures.PNG)
                .served()
                .json();

        assertThat(added.text("name")).isEqualTo(name);
    }

    @Test
    void refusesFilesThatAreNoPictures(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("uploadVBuser", ada.id()).part("text", "x").refused("background-missing");
        upload(scene, ada.id(), "GIF and no more".getBytes(StandardCharsets.UTF_8))
                .refused("background-type");
        upload(scene, ada.id(), TestPictures.png(15_728_641)).refused("background-too-large");
    }

    @Test
    void refusesUnknownUsersAndBackgrounds(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        Reply bens = upload(scene, ben.id(), TestPictures.PNG).served();

        upload(scene, "nobody", TestPictures.PNG).refused("user-missing");
        scene.ask("delUserVB", "nobody").query("file_ids", "x").refused("user-foreign", "userId", "nobody");
        scene.ask("delUserVB", "nobody@example.org").query("file_ids", "x").refused("user-absent");
        scene.ask("delUserVB", ada.id()).refused("file-ids-invalid");
        scene.ask("delUserVB", ada.id()).query("file_ids", bens.json().id()).refused("file-ids-invalid");
    }
}

package io.greenroom.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class AccountBackgroundsHandlerTest {
    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static Ask upload(Scene scene, String account) {
        return scene.ask("uploadVB", account).file("file", "beach.gif", "image/gif", GIF);
    }

    private static List<Doc> files(Scene scene) {
        return scene.ask("accountSettings", "me")
                .served()
                .json()
                .doc("in_meeting")
                .doc("virtual_background_settings")
                .docs("files");
    }

    @Test
    void areKeptAndRemoved(Scene scene) {
        Doc one = upload(scene, "me").expect(201).json();
        Doc two = upload(scene, scene.account()).served().json();
        Doc three = upload(scene, "me").served().json();
        assertThat(one.names()).containsExactly("id", "name", "type", "is_default", "size");
        assertThat(files(scene)).containsExactly(one, two, three);

        scene.ask("delVB", "me").query("file_ids", one.id() + "," + three.id()).expect(204);
        scene.advance(Duration.ZERO);

        assertThat(files(scene)).containsExactly(two);
        scene.ask("delVB", "me").query("file_ids", two.id() + "," + one.id()).refused("file-ids-invalid");
        scene.ask("delVB", "me").refused("file-ids-invalid");
        assertThat(files(scene)).containsExactly(two);
    }

    @Test
    void areLimitedToTen(Scene scene) {
        for (int i = 0; i < 10; i++) {
            upload(scene, "me").served();
        }

        upload(scene, "me").refused("background-max");
    }

    @Test
    void arePictures(Scene scene) {
        scene.ask("uploadVB", "me").part("other", "x").refused("account-background-missing");
        scene.ask("uploadVB", "me")
                .file("file", "beach.gif", "image/gif", "no picture".getBytes(StandardCharsets.UTF_8))
                .refused("account-background-type");
        byte[] large = new byte[15 * 1024 * 1024 + 1];
        System.arraycopy(GIF, 0, large, 0, GIF.length);
        scene.ask("uploadVB", "me")
                .file("file", "beach.gif", "image/gif", large)
                .refused("background-too-large");
    }

    @Test
    void areThoseOfAccountsInReach(Scene scene) {
        Scene below = Below.paid(scene, "una");
        Doc added = upload(scene, below.account()).served().json();
        assertThat(files(below)).containsExactly(added);
        assertThat(files(scene)).isEmpty();

        upload(below, scene.account()).refused("account-foreign");
        below.ask("delVB", scene.account()).query("file_ids", added.id()).refused("account-foreign");
        scene.ask("delVB", "me").query("file_ids", added.id()).refused("file-ids-invalid");
        Doc mia = scene.user("mia@example.org");
        scene.askAs(mia.id(), "account:write:admin", "delVB", "me")
                .query("file_ids", added.id())
                .refused("no-permission");
        assertThat(files(below)).containsExactly(added);
    }
}

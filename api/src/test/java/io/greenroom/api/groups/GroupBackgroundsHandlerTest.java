package io.greenroom.api.groups;

import static io.greenroom.api.groups.TestGroups.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class GroupBackgroundsHandlerTest {
    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static Ask upload(Scene scene, String groupId, byte[] content) {
        return scene.ask("uploadGroupVB", groupId).file("file", "beach.gif", "image/gif", content);
    }

    private static List<Doc> files(Scene scene, String operation, Doc owner) {
        return scene.ask(operation, owner.id())
                .served()
                .json()
                .doc("in_meeting")
                .doc("virtual_background_settings")
                .docs("files");
    }

    @Test
    void givesMembersABackground(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        TestGroups.add(scene, sales, ada).served();

        Doc added = upload(scene, sales.id(), GIF).expect(201).json();

        assertThat(added.names()).containsExactly("id", "name", "type", "is_default", "size");
        assertThat(added.number("size")).isEqualTo(GIF.length);
        assertThat(files(scene, "getGroupSettings", sales)).containsExactly(added);
        assertThat(files(scene, "userSettings", ada)).containsExactly(added);
    }

    @Test
    void removesBackgrounds(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc ada = scene.user("ada@example.org");
        TestGroups.add(scene, sales, ada).served();
        String one = upload(scene, sales.id(), GIF).served().json().id();
        String two = upload(scene, sales.id(), GIF).served().json().id();
        String three = upload(scene, sales.id(), GIF).served().json().id();

        scene.ask("delGroupVB", sales.id()).query("file_ids", one + "," + two).expect(204);
        assertThat(files(scene, "getGroupSettings", sales)).extracting(Doc::id).containsExactly(three);
        scene.ask("groupDelete", sales.id()).served();
        assertThat(files(scene, "userSettings", ada)).isEmpty();
    }

    @Test
    void limitsBackgroundsToTen(Scene scene) {
        Doc sales = group(scene, "Sales");
        for (int i = 0; i < 10; i++) {
            upload(scene, sales.id(), GIF).served();
        }

        upload(scene, sales.id(), GIF).refused("background-max");
    }

    @Test
    void refusesFilesThatAreNoPictures(Scene scene) {
        Doc sales = group(scene, "Sales");

        scene.ask("uploadGroupVB", sales.id()).part("text", "x").refused("background-missing");
        upload(scene, sales.id(), "GIF and no more".getBytes(StandardCharsets.UTF_8))
                .refused("background-type");
        upload(scene, sales.id(), Arrays.copyOf(GIF, 15_728_641)).refused("background-too-large");
    }

    @Test
    void refusesUnknownGroupsAndBackgrounds(Scene scene) {
        Doc sales = group(scene, "Sales");
        Doc support = group(scene, "Support");
        Doc ada = scene.user("ada@example.org");
        String theirs = upload(scene, support.id(), GIF).served().json().id();

        upload(scene, "none", GIF).refused("group-unknown", "groupId", "none");
        upload(scene, ada.id(), GIF).refused("user-absent");
        scene.ask("delGroupVB", "none").query("file_ids", "x").refused("group-unknown");
        scene.ask("delGroupVB", ada.id()).query("file_ids", "x").refused("group-member-missing");
        scene.ask("delGroupVB", sales.id()).refused("file-ids-invalid");
        scene.ask("delGroupVB", sales.id()).query("file_ids", theirs).refused("file-ids-invalid");
        scene.ask("uploadVBuser", sales.id())
                .file("file", "beach.gif", "image/gif", GIF)
                .refused("background-group-missing");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc sales = group(scene, "Sales");
        String id = upload(scene, sales.id(), GIF).served().json().id();
        Scene elsewhere = scene.elsewhere();

        upload(elsewhere, sales.id(), GIF).refused("group-unknown");
        elsewhere.ask("delGroupVB", sales.id()).query("file_ids", id).refused("group-unknown");
        assertThat(files(scene, "getGroupSettings", sales)).extracting(Doc::id).containsExactly(id);
    }
}

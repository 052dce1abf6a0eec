package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Moments;
import io.greenroom.kernel.store.Due;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserPictureHandlerTest {

    private static Reply upload(Scene scene, String userId) {
        return scene.ask("userPicture", userId)
                .file("pic_file", "me.jpg", "image/jpeg", TestPictures.PNG)
                .announcing("user.updated")
                .expect(201);
    }

    @Test
    void keepsThePicture(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        Reply reply = upload(scene, ada.id());

        String url = scene.ask("user", ada.id()).served().json().text("pic_url");
        assertThat(reply.header("Content-Location")).isEqualTo(scene.origin() + "/v2/users/" + ada.id());
        assertThat(reply.event("user.updated").object().text("pic_url")).isEqualTo(url);
        assertThat(url).startsWith(scene.origin() + "/p/" + ada.id() + "/").endsWith(".png");
        assertThat(kept(scene, ada.id())).isEqualTo(1);
    }

    @Test
    void servesThePictureAtItsUrl(Scene scene) throws Exception {
        Doc ada = scene.user("ada@example.org");
        upload(scene, ada.id());

        String url = scene.ask("user", ada.id()).served().json().text("pic_url");
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        HttpResponse<byte[]> picture = scene.http().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth())
                .isEqualTo(1);
    }

    @Test
    void forgetsThePictureBefore(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        upload(scene, ada.id());

        upload(scene, ada.id());
        scene.advance(Duration.ZERO);

        assertThat(kept(scene, ada.id())).isEqualTo(1);
    }

    @Test
    void forgetsThePictureWithTheUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        upload(scene, ada.id());
        String key = TestUsers.kept(scene, ada.id()).text("picture");

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();
        scene.advance(Duration.ZERO);

        assertThat(scene.installation().scope().media().find(key)).isEmpty();
    }

    private static long kept(Scene scene, String userId) {
        return scene
                .installation()
                .scope()
                .media()
                .find(TestUsers.kept(scene, userId).text("picture"))
                .stream()
                .count();
    }

    @Test
    void keepsNothingButThePixels(Scene scene) throws Exception {
        Doc ada = scene.user("ada@example.org");
        byte[] polyglot = TestPictures.png(500);
        byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(page, 0, polyglot, 500 - page.length, page.length);

        scene.ask("userPicture", ada.id())
                .file("pic_file", "me.png", "image/png", polyglot)
                .announcing("user.updated")
                .expect(201);

        Path kept = scene.installation()
                .scope()
                .media()
                .find(TestUsers.kept(scene, ada.id()).text("picture"))
                .orElseThrow();
        assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void keepsThePictureWhenTheHourIsOver(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        upload(scene, ada.id());

        assertThat(scene.installation().store().queues().nextDue(Due.NO_ACCOUNT, Moments.LAST))
                .isEmpty();
        assertThat(kept(scene, ada.id())).isEqualTo(1);
    }

    @Test
    void refusesPicturesThatCannotBeDecoded(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userPicture", ada.id())
                .file("pic_file", "me.png", "image/png", Arrays.copyOf(TestPictures.PNG, 45))
                .refused("picture-type");
        assertThat(TestPictures.kept(scene)).isZero();
    }

    @Test
    void refusesFilesThatAreNoPictures(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("userPicture", ada.id()).part("text", "x").refused("picture-empty");
        scene.ask("userPicture", ada.id())
                .file("pic_file", "me.png", "image/png", new byte[0])
                .refused("picture-empty");
        scene.ask("userPicture", ada.id())
                .file("pic_file", "me.png", "image/png", TestPictures.GIF)
                .refused("picture-type");
        scene.ask("userPicture", ada.id())
                .file("pic_file", "me.png", "image/png", TestPictures.png(2_097_153))
                .refused("picture-too-large");
    }

    @Test
    void refusesPicturesThatTheAccountDoesNotWant(Scene scene) throws Exception {
        Doc ada = scene.user("ada@example.org");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(TestPictures.PNG);
        TestUsers.policy(
                scene,
                policy -> policy.put("refused_pictures", List.of(HexFormat.of().formatHex(digest))));

        scene.ask("userPicture", ada.id())
                .file("pic_file", "me.png", "image/png", TestPictures.PNG)
                .refused("picture-explicit");

        assertThat(TestPictures.kept(scene)).isZero();
    }

    @Test
    void refusesUnknownUsersAndMembersWithoutThePrivilege(Scene scene) {
        scene.ask("userPicture", "nobody")
                .file("pic_file", "me.png", "image/png", TestPictures.PNG)
                .refused("user-missing");
        Doc ada = TestUsers.member(scene, "ada");
        TestUsers.policy(scene, policy -> policy.put("users_edit_profile", false));
        scene.askAs(ada.id(), "user:write", "userPicture", "me")
                .file("pic_file", "me.png", "image/png", TestPictures.PNG)
                .refused("admin-only-picture");
    }
}

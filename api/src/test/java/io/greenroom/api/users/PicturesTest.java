package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Media;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Site;
import io.greenroom.kernel.http.server.SocketServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    private static final String PICTURE = Pictures.path("u1", "one.png");

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = SocketServer.start(
            HttpServer.Limits.of("127.0.0.1", 0),
            new Site(Map.of(Pictures.PLACE, request -> pictures().handle(request)), request -> Answer.nothing(500)));

    private Media media() {
        return new Media(folder.resolve("media"));
    }

    private Pictures pictures() {
        return new Pictures(media());
    }

    @BeforeEach
    void keepAPictureAndSomethingElse() throws IOException {
        Path file = Files.write(folder.resolve("file"), TestPictures.PNG);
        media().keep(Pictures.key("u1", "one.png"), file);
        media().keep("background-1", file);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void showsAPicture() throws Exception {
        HttpResponse<byte[]> response = ask("GET", PICTURE);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(TestPictures.PNG);
        assertThat(header(response, "Content-Type")).isEqualTo("image/png");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        HttpResponse<byte[]> head = ask("HEAD", PICTURE);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(TestPictures.PNG.length));
    }

    @Test
    void showsRangesOfAPicture() throws Exception {
        HttpResponse<byte[]> response = ask("GET", PICTURE, "Range", "bytes=8-");

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(TestPictures.PNG, 8, TestPictures.PNG.length));
    }

    @Test
    void doesNotSendAPictureAgain() throws Exception {
        String tag = header(ask("GET", PICTURE), "ETag");
        HttpResponse<byte[]> response = ask("GET", PICTURE, "If-None-Match", tag);

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(header(response, "Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void showsNothingElse() throws Exception {
        for (String path :
                new String[] {"/p/u1/two.png", "/p/u2/one.png", "/p/u1", "/p/u1/../background-1", "/p/u1/one.png/x"}) {
            assertThat(ask("GET", path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ask("POST", PICTURE).statusCode()).isEqualTo(405);
    }
}

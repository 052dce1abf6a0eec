package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.body.BodyFault;
import io.greenroom.kernel.http.body.FormParts;
import io.greenroom.kernel.http.body.Multipart;
import io.greenroom.kernel.http.body.RequestBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads and downloads of files. */
class FilesTest {
    private static final int PIECE = 64 * 1024;

    @TempDir
    private Path folder;

    private final HttpServer server = SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), this::handle);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private Answer handle(Request request) {
        return request.method().equals("GET")
                ? Answer.file("video/mp4", folder.resolve(request.rawPath().substring(1)))
                : sizeOfUpload(request);
    }

    private Answer sizeOfUpload(Request request) {
        try (FormParts form = RequestBody.multipart(request, folder, Multipart.Limits.of(6_000_000))) {
            Path file = form.file("file").orElseThrow().path();
            return Answer.text(200, "text/plain", form.texts() + " " + Files.size(file));
        } catch (BodyFault fault) {
            return Answer.text(413, "text/plain", fault.reason().name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE, 3 * PIECE + 1, 100 * PIECE})
    void sendsFilesWithTheirLength(int size) throws Exception {
        byte[] bytes = new byte[size];
        new SplittableRandom(20210607).nextBytes(bytes);
        Files.write(folder.resolve("file"), bytes);
        HttpResponse<byte[]> response = client.send(request("/file").build(), BodyHandlers.ofByteArray());
        assertThat(response.body()).isEqualTo(bytes);
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(size);
        assertThat(response.headers().firstValue("Content-Type")).contains("video/mp4");
    }

    @Test
    void answersHeadWithTheLengthOfAFile() throws Exception {
        Files.write(folder.resolve("file"), new byte[1234]);
        HttpResponse<String> response = client.send(
                request("/file").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(1234);
    }

    @Test
    void answers500WhenTheFileIsNotThere() throws Exception {
        HttpResponse<String> response = client.send(request("/none").build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"code\":500,\"message\":\"An internal error occurred.\"}");
    }

    @Test
    void keepsALargeUploadOnTheDisk() throws Exception {
        HttpResponse<String> response = upload(80, true);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{a=b} " + 80 * PIECE);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void takesALargeUploadInChunks() throws Exception {
        HttpResponse<String> response = upload(80, false);
        assertThat(response.body()).isEqualTo("{a=b} " + 80 * PIECE);
    }

    @Test
    void refusesAnUploadThatIsTooLarge() throws Exception {
        HttpResponse<String> response = upload(120, true);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("BODY_TOO_LARGE");
        assertThat(upload(120, false).body()).isEqualTo("FILE_TOO_LARGE");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private HttpResponse<String> upload(int pieces, boolean counted) throws Exception {
        byte[] head = ascii(part("name=a", "b\r\n") + part("name=file; filename=f", ""));
        byte[] end = ascii("\r\n--xx--\r\n");
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofByteArrays(Collections.nCopies(pieces, new byte[PIECE])),
                BodyPublishers.ofByteArray(end));
        BodyPublisher sent =
                counted ? BodyPublishers.fromPublisher(body, head.length + (long) pieces * PIECE + end.length) : body;
        HttpRequest request = request("/upload")
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(sent)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String part(String parameters, String content) {
        return "--xx\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

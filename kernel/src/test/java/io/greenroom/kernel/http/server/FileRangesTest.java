package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions and ranges of requests for files. */
class FileRangesTest {
    private static final String MODIFIED = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static final String BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT";
    private static final String AFTER = "Mon, 07 Nov 1994 08:49:37 GMT";
    private static final Pattern TAG = Pattern.compile("\r\nETag: (\"[0-9a-f-]+\")\r\n");

    @TempDir
    private Path folder;

    private final HttpServer server = SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), this::handle);
    private final Line line;

    FileRangesTest() throws IOException {
        line = new Line(server.port());
    }

    @BeforeEach
    void write() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "0123456789");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1994-11-06T08:49:37.5Z")));
        Files.createFile(folder.resolve("empty"));
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    private Answer handle(Request request) {
        Answer answer = request.rawPath().equals("/memory")
                ? Answer.file("text/plain", "0123456789".getBytes(StandardCharsets.UTF_8))
                : Answer.file("text/plain", folder.resolve(request.rawPath().substring(1)));
        return answer.header("Cache-Control", "public, max-age=1000")
                .header("Content-Disposition", "attachment")
                .header("X-Other", "x");
    }

    private Line.Reply get(String path, String... headers) throws IOException {
        return line.say("GET " + path + lines(headers)).hear();
    }

    private Line.Reply head(String... headers) throws IOException {
        return line.say("HEAD /file" + lines(headers)).hearHead();
    }

    private static String lines(String... headers) {
        String own = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return " HTTP/1.1\r\nHost: a\r\n" + own + "\r\n";
    }

    private String tag() throws IOException {
        Matcher tag = TAG.matcher(head().head());
        assertThat(tag.find()).isTrue();
        return tag.group(1);
    }

    private static void assertWhole(Line.Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("0123456789");
        assertThat(reply.head()).doesNotContain("Content-Range");
    }

    @Test
    void sendsValidatorsWithTheWholeFile() throws IOException {
        Line.Reply reply = get("/file");
        assertWhole(reply);
        assertThat(reply.has("Accept-Ranges: bytes")).isTrue();
        assertThat(reply.has("Last-Modified: " + MODIFIED)).isTrue();
        assertThat(reply.has("ETag: " + tag())).isTrue();
        assertThat(reply.has("Content-Type: text/plain")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0-3, 0-3, 0123", "7-, 7-9, 789", "-2, 8-9, 89", "5-100, 5-9, 56789", "'20-30, 1-1', 1-1, 1"})
    void sendsOneRange(String asked, String sent, String body) throws IOException {
        for (String path : new String[] {"/file", "/memory"}) {
            Line.Reply reply = get(path, "Range: bytes=" + asked);
            assertThat(reply.status()).isEqualTo(206);
            assertThat(reply.has("Content-Range: bytes " + sent + "/10")).isTrue();
            assertThat(reply.has("Content-Type: text/plain")).isTrue();
            assertThat(reply.has("Content-Disposition: attachment")).isTrue();
            assertThat(reply.head()).containsPattern(TAG);
            assertThat(reply.body()).isEqualTo(body);
        }
    }

    @Test
    void sendsManyRangesInParts() throws IOException {
        Line.Reply reply = get("/file", "Range: bytes=8-, 0-1");
        assertThat(reply.status()).isEqualTo(206);
        String boundary = "greenroom-" + tag().replace("\"", "");
        assertThat(reply.has("Content-Type: multipart/byteranges; boundary=" + boundary))
                .isTrue();
        assertThat(reply.head()).doesNotContain("Content-Range").doesNotContain("Content-Type: text/plain");
        assertThat(reply.body())
                .isEqualTo("--" + boundary
                        + "\r\nContent-Type: text/plain\r\nContent-Range: bytes 8-9/10\r\n\r\n89\r\n--"
                        + boundary + "\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-1/10\r\n\r\n01\r\n--"
                        + boundary + "--\r\n");
        assertWhole(get("/file"));
    }

    @Test
    void refusesRangesThatTheFileDoesNotHave() throws IOException {
        Line.Reply reply = get("/file", "Range: bytes=10-");
        assertThat(reply.status()).isEqualTo(416);
        assertThat(reply.has("Content-Range: bytes */10")).isTrue();
        assertThat(reply.has("Cache-Control: no-store")).isTrue();
        assertThat(reply.has("X-Other: x")).isTrue();
        assertThat(reply.head()).doesNotContain("max-age").doesNotContain("Content-Disposition");
        assertThat(reply.body()).isEqualTo("{\"code\":300,\"message\":\"The file has none of the requested ranges.\"}");
        assertWhole(get("/file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=3-2", "bytes=x", "lines=0-1", "bytes=0-9,0-9", "bytes=0-1\r\nRange: bytes=2-3"})
    void ignoresRangesThatAreMalformedOrTooMuch(String range) throws IOException {
        assertWhole(get("/file", "Range: " + range));
    }

    @Test
    void sendsAnEmptyFileWhole() throws IOException {
        Line.Reply reply = get("/empty", "Range: bytes=0-");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.has("Content-Length: 0")).isTrue();
    }

    @Test
    void sendsARangeOnlyIfTheFileIsTheSame() throws IOException {
        String tag = tag();
        assertThat(get("/file", "Range: bytes=0-1", "If-Range: " + tag).status())
                .isEqualTo(206);
        assertThat(get("/file", "Range: bytes=0-1", "If-Range: " + MODIFIED).status())
                .isEqualTo(206);
        for (String other : new String[] {"W/" + tag, "\"x\"", BEFORE, AFTER, "x", "*"}) {
            assertWhole(get("/file", "Range: bytes=0-1", "If-Range: " + other));
        }
        assertWhole(get("/memory", "Range: bytes=0-1", "If-Range: " + MODIFIED));
    }

    @Test
    void sendsAnotherTagOnceTheFileIsChanged() throws IOException {
        String tag = tag();
        Files.writeString(folder.resolve("file"), "9876543210");
        assertThat(tag()).isNotEqualTo(tag);
        assertThat(get("/file", "Range: bytes=0-1", "If-Range: " + tag).body()).isEqualTo("9876543210");
    }

    @Test
    void answers304ForAnUnchangedFile() throws IOException {
        String tag = tag();
        for (String condition : new String[] {
            "If-None-Match: " + tag,
            "If-None-Match: W/" + tag,
            "If-None-Match: \"x\", " + tag,
            "If-None-Match: \"x\"\r\nIf-None-Match: " + tag,
            "If-None-Match: *",
            "If-None-Match: " + tag + "\r\nIf-Modified-Since: " + BEFORE,
            "If-None-Match: " + tag + "\r\nRange: bytes=0-1",
            "If-Modified-Since: " + MODIFIED,
            "If-Modified-Since: " + AFTER
        }) {
            Line.Reply reply = get("/file", condition);
            assertThat(reply.status()).as(condition).isEqualTo(304);
            assertThat(reply.has("ETag: " + tag)).isTrue();
            assertThat(reply.has("Cache-Control: public, max-age=1000")).isTrue();
            assertThat(reply.head()).doesNotContain("Content-");
            assertThat(head(condition).status()).isEqualTo(304);
        }
        assertWhole(get("/file"));
    }

    @Test
    void sendsAChangedFile() throws IOException {
        for (String condition : new String[] {
            "If-None-Match: \"x\"",
            "If-None-Match: \"x\"\r\nIf-Modified-Since: " + AFTER,
            "If-None-Match: x",
            "If-Modified-Since: " + BEFORE,
            "If-Modified-Since: x",
            "If-Match: " + tag(),
            "If-Match: \"x\"," + tag(),
            "If-Match: *",
            "If-Match: *\r\nIf-Unmodified-Since: " + BEFORE,
            "If-Unmodified-Since: " + MODIFIED,
            "If-Unmodified-Since: x"
        }) {
            assertWhole(get("/file", condition));
        }
        assertWhole(get("/memory", "If-Modified-Since: " + AFTER));
        assertWhole(get("/memory", "If-Unmodified-Since: " + BEFORE));
    }

    @Test
    void refusesWhenThePreconditionFails() throws IOException {
        for (String condition : new String[] {
            "If-Match: \"x\"",
            "If-Match: W/" + tag(),
            "If-Match: x",
            "If-Match: \"x\"\r\nIf-None-Match: " + tag(),
            "If-Unmodified-Since: " + BEFORE
        }) {
            assertThat(get("/file", condition).status()).as(condition).isEqualTo(412);
            assertThat(head(condition).status()).as(condition).isEqualTo(412);
        }
        assertWhole(get("/file"));
    }

    @Test
    void answersHeadAsAGetWithoutRange() throws IOException {
        Line.Reply head = head("Range: bytes=0-1");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.has("Content-Length: 10")).isTrue();
        String own = "Date: [^\r]*\r\n";
        assertThat(head.head().replaceFirst(own, ""))
                .isEqualTo(get("/file").head().replaceFirst(own, ""));
    }

    @Test
    void ignoresRangesOfOtherMethods() throws IOException {
        assertWhole(line.say("POST /file" + lines("Content-Length: 0", "Range: bytes=0-1", "If-Match: x"))
                .hear());
    }
}

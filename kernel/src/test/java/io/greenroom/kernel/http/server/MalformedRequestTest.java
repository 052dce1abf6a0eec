package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestTest {
    private static final HttpServer SERVER =
            SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), MalformedRequestTest::lengthOfBody);
    private static final String[] SOUND = {
        lines("GET /v2/users?page_size=30 HTTP/1.1", "Host: a", "Authorization: Bearer x", "", ""),
        lines(
                "POST /v2/users HTTP/1.1",
                "Host: a:4733",
                "Content-Type: application/json",
                "Content-Length: 2",
                "",
                "{}"),
        lines(
                "PATCH /v2/users/a%2Fb HTTP/1.1",
                "Host: a", "Transfer-Encoding: chunked", "", "1", "{", "1", "}", "0", "", ""),
        lines("DELETE /v2/users/%252F HTTP/1.1", "Host: a", "Expect: 100-continue", "Content-Length: 1", "", "x")
    };

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    private static Answer lengthOfBody(Request request) {
        try {
            int length = request.body().readAllBytes().length;
            return Answer.json(200, ("{\"length\":" + length + "}").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/0.9 | 400",
                "GET / HTTP/1.2 | 400",
                "GET / http/1.1 | 400",
                "GET / HTTP/1.1 x | 400",
                "GET\t/ HTTP/1.1 | 400",
                "' GET / HTTP/1.1' | 400",
                "GET / HTTP/2.0 | 400",
                "GET / | 400",
                "GET  HTTP/1.1 | 400",
                "GET | 400",
                "/ GET HTTP/1.1 | 400",
                "G(T / HTTP/1.1 | 400",
                "GET /a b HTTP/1.1 | 400"
            })
    void refusesRequestLines(String line, int status) throws IOException {
        assertRefused(line + "\r\nHost: a\r\n\r\n", status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET users", "OPTIONS *", "CONNECT a:443", "GET ftp://a/b"})
    void knowsNoTargetsWithoutAPath(String line) throws IOException {
        try (Line client = new Line(SERVER.port())) {
            Line.Reply reply = client.say(line + " HTTP/1.1\r\nHost: a\r\n\r\n").hear();
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).isEqualTo("{\"code\":2300,\"message\":\"This API endpoint is not recognized.\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a\r\nHost: b",
                "Host:",
                "Host: a b",
                "Host: a:b",
                "Host: a\r\nnocolon",
                "Host: a\r\nX Y: 1",
                "Host: a\r\n folded: 1",
                "Host: a\r\n: b",
                "Host: a\r\nX: \u0000",
                "Host: a\r\nX: b\nTransfer-Encoding: chunked",
                "Host: a\r\nX: b\rc",
                "Host: a\r\nX: \u001b[31m",
                "Host: a\r\nX: \u007f",
                "Host: a\r\nX\u0001: b",
                "Host: a\r\nContent-Length: -1",
                "Host: a\r\nContent-Length: +1",
                "Host: a\r\nContent-Length: 1x",
                "Host: a\r\nContent-Length: 99999999999999999999",
                "Host: a\r\nContent-Length: 1\r\nContent-Length: 2",
                "Host: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked",
                "Host: a\r\nTransfer-Encoding: gzip, chunked",
                "Host: a\r\nTransfer-Encoding: identity"
            })
    void refusesHeaders(String headers) throws IOException {
        assertRefused("POST / HTTP/1.1\r\n" + headers + "\r\n\r\n", 400);
    }

    @Test
    void refusesAMissingHost() throws IOException {
        assertRefused("GET / HTTP/1.1\r\n\r\n", 400);
    }

    @Test
    void refusesLoneLineFeeds() throws IOException {
        assertRefused("GET / HTTP/1.1\nHost: a\n\n", 400);
        assertRefused("GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", 400);
    }

    @Test
    void refusesOverlongRequests() throws IOException {
        assertRefused("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414);
        assertRefused("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", 400);
        assertRefused("GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(5_000) + "\r\n", 400);
        assertRefused("x".repeat(200_000), 414);
        assertRefused("GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(100) + "\r\n", 400);
    }

    @Test
    void takesWhatIsJustNotTooLong() throws IOException {
        String line = "GET /" + "x".repeat(8_000) + " HTTP/1.1\r\nHost: a\r\n";
        try (Line client = new Line(SERVER.port())) {
            assertThat(client.say(line + "X: " + "y".repeat(16_000) + "\r\n\r\n" + line + "X: y\r\n".repeat(99)
                                    + "\r\n")
                            .hear()
                            .status())
                    .isEqualTo(200);
            assertThat(client.hear().status()).isEqualTo(200);
        }
    }

    @Test
    void refusesOtherProtocols() throws IOException {
        assertRefused("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", 400);
        assertRefused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nx",
                "-1\r\n",
                "+1\r\nx",
                "0x1\r\nx",
                "1 \r\nx",
                "1\r\nxGE",
                "1000000000000000\r\n",
                "\r\n",
                "1\nx",
                "7;a=b\nxx\r\n{\"a\":1}",
                "1;a\rb\r\nx",
                "1;a=\u0000\r\nx",
                "1;a=\u007f\r\nx",
                "0\r\nX: a\nY: b\r\n",
                "0\r\nX: a\u0001\r\n"
            })
    void refusesMalformedChunks(String chunk) throws IOException {
        assertRefused(
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + "\r\n0\r\n\r\n", 400);
    }

    @Test
    void refusesTrailersWithoutEnd() throws IOException {
        String chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertRefused(chunked + "0\r\n" + "X: y\r\n".repeat(5_000) + "\r\n", 400);
        assertRefused(chunked + "1;" + "x".repeat(600) + "\r\na\r\n0\r\n\r\n", 400);
    }

    /** A client that begins with TLS waits for an answer to it, and sends no more. */
    @Test
    void refusesBinaryInputAtOnce() throws IOException {
        try (Line line = new Line(SERVER.port())) {
            assertThat(line.say(new byte[] {0x16, 3, 1, 2, 0, 1, 0}).hear().status())
                    .isEqualTo(400);
        }
    }

    private static void assertRefused(String request, int status) throws IOException {
        try (Line line = new Line(SERVER.port())) {
            Line.Reply reply = line.say(request).sayNoMore().hear();
            assertThat(reply.status()).as(reply.head()).isEqualTo(status);
            assertThat(reply.body()).startsWith("{\"code\":").endsWith(".\"}");
            assertThat(reply.head()).contains("Content-Type: application/json").contains("\r\nConnection: close\r\n");
            assertThat(reply.head()).doesNotContainIgnoringCase("helidon");
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void neverHangsOrFailsOnGarbage() throws IOException {
        SplittableRandom random = new SplittableRandom(20210606);
        for (int i = 0; i < 2_000; i++) {
            byte[] garbage = garbage(random);
            try (Line line = new Line(SERVER.port())) {
                line.say(garbage).sayNoMore();
                Line.Reply reply = line.hear();
                while (reply.status() != 0) {
                    assertThat(reply.status())
                            .as(() -> new String(garbage, StandardCharsets.ISO_8859_1))
                            .isIn(100, 200, 400, 404, 413, 414);
                    assertThat(reply.status() == 100 || reply.body().startsWith("{"))
                            .as(reply.head())
                            .isTrue();
                    reply = line.hear();
                }
            }
        }
    }

    /** A sound request with some bytes changed, left out or doubled, or cut short; now and then no request at all. */
    private static byte[] garbage(SplittableRandom random) {
        byte[] bytes = SOUND[random.nextInt(SOUND.length)].getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(10) == 0) {
            random.nextBytes(bytes);
            return bytes;
        }
        for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\r\n :%/?#\t;,=0".charAt(random.nextInt(13));
                case 2 -> System.arraycopy(bytes, at, bytes, at / 2, bytes.length - at);
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, random.nextInt(bytes.length + 1)));
            }
        }
        return bytes;
    }
}

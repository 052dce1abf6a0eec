package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP/1.0, which load balancers and proxies speak unless they are set up otherwise. */
class Http10Test {
    private static final int LARGE = 200_000;

    private final HttpServer server = SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), Http10Test::handle);
    private final Line line;

    Http10Test() throws IOException {
        line = new Line(server.port());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    private static Answer handle(Request request) {
        return switch (request.rawPath()) {
            case "/stream" ->
                Answer.stream(
                        200, "text/plain", out -> out.write("x".repeat(LARGE).getBytes(StandardCharsets.UTF_8)));
            case "/host" -> Answer.text(200, "text/plain", request.host());
            default -> Answer.text(200, "text/plain", request.method() + " " + body(request));
        };
    }

    private static String body(Request request) {
        try {
            return new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertClosed(Line.Reply reply, String body) throws IOException {
        assertThat(reply.head()).startsWith("HTTP/1.0 200 OK\r\n");
        assertThat(reply.has("Connection: close")).isTrue();
        assertThat(reply.has("Content-Length: " + body.length())).isTrue();
        assertThat(reply.body()).isEqualTo(body);
        assertThat(line.hasAnswerWithin(500)).isTrue();
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void answersInHttp10AndCloses() throws IOException {
        assertClosed(line.say("GET / HTTP/1.0\r\n\r\n").hear(), "GET ");
    }

    @Test
    void readsBodies() throws IOException {
        assertClosed(
                line.say("POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}")
                        .hear(),
                "POST {}");
    }

    @Test
    void takesTheLocalAddressForAMissingHost() throws IOException {
        assertClosed(line.say("GET /host HTTP/1.0\r\n\r\n").hear(), "127.0.0.1:" + server.port());
    }

    @Test
    void sendsStreamsWithoutChunks() throws IOException {
        Line.Reply head = line.say("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                .hearHead();
        assertThat(head.has("Connection: close")).isTrue();
        assertThat(head.head()).doesNotContain("Transfer-Encoding").doesNotContain("Content-Length");
        assertThat(line.hearBytes(2 * LARGE)).hasSize(LARGE).containsOnly('x');
    }

    @Test
    void keepsTheConnectionWhenAsked() throws IOException {
        for (int i = 0; i < 2; i++) {
            Line.Reply reply =
                    line.say("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").hear();
            assertThat(reply.head()).startsWith("HTTP/1.0 200 OK\r\n");
            assertThat(reply.has("Connection: keep-alive")).isTrue();
        }
        assertThat(line.say("HEAD / HTTP/1.0\r\n\r\n").hearHead().has("Connection: close"))
                .isTrue();
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void refusesChunks() throws IOException {
        line.say("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        assertThat(line.hear().head()).startsWith("HTTP/1.0 400 Bad Request\r\n");
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void doesNotAskForTheRestOfABody() throws IOException {
        line.say("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}");
        assertClosed(line.hear(), "POST {}");
    }
}

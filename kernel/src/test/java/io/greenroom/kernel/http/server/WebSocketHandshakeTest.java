package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Site;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and invalid requests to open WebSockets. */
class WebSocketHandshakeTest {
    private static final String ACCOUNT = "X-Account: one";
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private final HttpServer server = SocketServer.start(
            HttpServer.Limits.of("127.0.0.1", 0),
            new Site(Map.of("ws", new TestEndpoint(TestEndpoint.LIMITS, false)), request -> Answer.nothing(204)));
    private final Line line;

    WebSocketHandshakeTest() throws IOException {
        line = new Line(server.port());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    private Line.Reply reply(String request) throws IOException {
        return line.say(request).hear();
    }

    private static String valid(String... headers) {
        return WebSocketLine.request("/ws/x?y=z", headers);
    }

    @Test
    void opensAWebSocketBesideHandlers() throws IOException {
        assertThat(reply("GET /other HTTP/1.1\r\nHost: a\r\n\r\n").status()).isEqualTo(204);
        Line.Reply reply = reply(valid(ACCOUNT));
        assertThat(reply.status()).isEqualTo(101);
        assertThat(reply.has("Upgrade: websocket")).isTrue();
        assertThat(reply.has("Connection: Upgrade")).isTrue();
        assertThat(reply.has("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
                .isTrue();
    }

    @Test
    void asksForAnUpgrade() throws IOException {
        for (String request : new String[] {
            "GET /ws HTTP/1.1\r\nHost: a\r\n\r\n",
            valid(ACCOUNT).replace("Upgrade: websocket", "Upgrade: h2c"),
            valid(ACCOUNT).replace("keep-alive, Upgrade", "keep-alive"),
            valid(ACCOUNT).replace("Version: 13", "Version: 8"),
            valid(ACCOUNT, "Sec-WebSocket-Version: 8"),
            valid(ACCOUNT).replace("Sec-WebSocket-Version: 13\r\n", "")
        }) {
            Line.Reply reply = reply(request);
            assertThat(reply.status()).as(request).isEqualTo(426);
            assertThat(reply.has("Sec-WebSocket-Version: 13")).isTrue();
            assertThat(reply.has("Upgrade: websocket")).isTrue();
            assertThat(reply.has("Connection: Upgrade")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sec-WebSocket-Key: \r\n",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j\r\n",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZR==\r\n",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j!Q==\r\n",
                KEY + KEY
            })
    void refusesAKeyThatIsNone(String keys) throws IOException {
        assertThat(reply(valid(ACCOUNT).replace(KEY, keys)).status()).isEqualTo(400);
    }

    @Test
    void refusesOtherMethods() throws IOException {
        Line.Reply reply = reply(valid(ACCOUNT).replace("GET", "POST"));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.has("Allow: GET")).isTrue();
        assertThat(line.say(valid(ACCOUNT).replace("GET", "HEAD")).hearHead().status())
                .isEqualTo(400);
    }

    @Test
    void refusesARequestWithABody() throws IOException {
        assertThat(reply(valid(ACCOUNT, "Content-Length: 1") + "x").status()).isEqualTo(400);
    }

    @Test
    void refusesPagesOfOtherOrigins() throws IOException {
        for (String origin : new String[] {"http://b", "https://a:1", "null", "a", ""}) {
            assertThat(reply(valid(ACCOUNT, "Origin: " + origin)).status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(reply(valid(ACCOUNT, "Origin: https://a")).status()).isEqualTo(101);
    }

    @Test
    void answersAsTheEndpointDoesWhenItRefuses() throws IOException {
        assertThat(reply(valid()).status()).isEqualTo(401);
        assertThat(reply(valid(ACCOUNT)).status()).isEqualTo(101);
    }

    @Test
    void limitsTheConnectionsOfAnAccount() throws IOException {
        try (WebSocketLine first = WebSocketLine.open(server.port(), "one");
                WebSocketLine second = WebSocketLine.open(server.port(), "one");
                WebSocketLine other = WebSocketLine.open(server.port(), "two")) {
            Line.Reply reply = reply(valid(ACCOUNT));
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.body())
                    .isEqualTo("{\"code\":429,\"message\":\"The account has too many open connections.\"}");
            assertThat(other.text("x").hear().payload()).isEqualTo("x");
            assertThat(second.text("x").hear().payload()).isEqualTo("x");
            first.frame(WebSocketLine.LAST | WebSocketLine.CLOSE, "");
            first.hear();
            assertThat(first.isClosed()).isTrue();
            assertThat(reply(valid(ACCOUNT)).status()).isEqualTo(101);
        }
    }
}

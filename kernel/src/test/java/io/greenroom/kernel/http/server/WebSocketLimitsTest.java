package io.greenroom.kernel.http.server;

import static io.greenroom.kernel.http.server.WebSocketLine.CLOSE;
import static io.greenroom.kernel.http.server.WebSocketLine.LAST;
import static io.greenroom.kernel.http.server.WebSocketLine.PING;
import static io.greenroom.kernel.http.server.WebSocketLine.PONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Site;
import io.greenroom.kernel.http.TrustedProxies;
import io.greenroom.kernel.http.WebSocketLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WebSockets of clients that are silent, do not read or send too much. */
class WebSocketLimitsTest {
    private static final TrustedProxies NO_PROXIES = TrustedProxies.of(List.of());
    private static final Duration BEFORE_GRACE = Duration.ofSeconds(15);

    /** Connections are looked at four times a second: their requests may be idle for a second. */
    private static final HttpServer.Limits SERVER = new HttpServer.Limits("127.0.0.1", 0, 10, 10, NO_PROXIES, 1, 20);

    private final TestEndpoint endpoint =
            new TestEndpoint(new WebSocketLimits(100_000, 1000, Duration.ofSeconds(2), 5, 500, 1_000_000), false);
    private final HttpServer server = SocketServer.start(SERVER, new Site(Map.of("ws", endpoint), request -> {
        request.identified();
        int budget = (int) (Runtime.getRuntime().maxMemory() / 16);
        return Answer.bytes(200, "text/plain", new byte[budget - 1000]);
    }));
    private final WebSocketLine line;

    WebSocketLimitsTest() throws IOException {
        line = WebSocketLine.open(server.port(), "one");
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    @Test
    void pingsASilentClientAndClosesWhenItStaysSilent() throws Exception {
        assertThat(line.hear()).isEqualTo(new WebSocketLine.Frame(LAST | PING, ""));
        assertThat(line.hear().code()).isEqualTo(1001);
        assertThat(line.isClosed()).isTrue();
        assertThat(endpoint.closing()).isEqualTo("1001 The client is silent");
    }

    @Test
    void keepsAClientThatAnswersPings() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(line.hear()).isEqualTo(new WebSocketLine.Frame(LAST | PING, ""));
            line.frame(LAST | PONG, "");
        }
        assertThat(line.text("x").hear().payload()).isEqualTo("x");
    }

    @Test
    void closesWhenAFrameArrivesTooSlowly() throws Exception {
        line.say(LAST | 1, 0x80 | 120, 0, 0, 0, 0);
        WebSocketLine.Frame ping = new WebSocketLine.Frame(LAST | PING, "");
        WebSocketLine.Frame heard = ping;
        for (int i = 0; i < 100 && heard.equals(ping); i++) {
            line.say('x');
            heard = line.hasAnswerWithin(100) ? line.hear() : heard;
        }
        assertThat(heard.code()).isEqualTo(1001);
    }

    @Test
    void closesWhenTheClientReadsTooSlowly() throws Exception {
        line.text("flood");
        assertThat(endpoint.closing()).isEqualTo("1008 The client reads too slowly");
    }

    @Test
    void cutsAClientThatDoesNotAgreeToCloseWhenTheServerStops() throws Exception {
        endpoint.session();
        Thread stop = Thread.ofVirtual().start(server::close);
        assertThat(line.hear().code()).isEqualTo(1001);
        assertThat(line.isClosed()).isTrue();
        assertThat(stop.join(BEFORE_GRACE)).isTrue();
    }

    @Test
    void closesWhenTheServerHasNoMemoryForAMessage() throws Exception {
        try (Line greedy = new Line(server.port())) {
            assertThat(greedy.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .hearHead()
                            .status())
                    .isEqualTo(200);
            line.text("x".repeat(2000));
            assertThat(line.hear().code()).isEqualTo(1013);
        }
        assertThat(echo(900)).hasSize(900);
    }

    /** Sends messages until the server has noticed that another connection is closed and has memory again. */
    private String echo(int length) throws Exception {
        String answered = "";
        for (int attempt = 0; attempt < 500 && answered.length() != length; attempt++) {
            try (WebSocketLine later = WebSocketLine.open(server.port(), "two")) {
                answered = later.text("x".repeat(length)).hear().payload();
            }
        }
        return answered;
    }

    @Test
    void returnsTheMemoryOfSessionsThatHaveEnded() throws Exception {
        for (int i = 0; i < 100; i++) {
            try (WebSocketLine next = WebSocketLine.open(server.port(), "two")) {
                next.frame(1, "x".repeat(90_000)).frame(LAST | PING, "").hear();
                next.frame(LAST | CLOSE, "").hear();
                assertThat(next.isClosed()).isTrue();
            }
        }
        try (Line greedy = new Line(server.port())) {
            assertThat(greedy.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .hearHead()
                            .status())
                    .isEqualTo(200);
        }
    }
}

package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.TrustedProxies;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionLimitsTest {
    private static final TrustedProxies NO_PROXIES = TrustedProxies.of(List.of());
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    /** Shorter than the time that a stop gives running requests. */
    private static final Duration BEFORE_GRACE = Duration.ofSeconds(10);

    private static final int FILE_BYTES = 64 * 1024 * 1024;

    @TempDir
    private Path folder;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final HttpServer server =
            SocketServer.start(new HttpServer.Limits("127.0.0.1", 0, 4, 4, NO_PROXIES, 1, 20), this::handle);

    @AfterEach
    void close() {
        allowed.countDown();
        server.close();
    }

    private Answer handle(Request request) {
        try {
            switch (request.rawPath()) {
                case "/body" -> request.body().readAllBytes();
                case "/file" -> {
                    return Answer.file(
                            "application/octet-stream", Files.write(folder.resolve("file"), new byte[FILE_BYTES]));
                }
                case "/long" -> {
                    arrived.countDown();
                    allowed.await();
                }
                default -> {}
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.nothing(503);
        }
        return Answer.nothing(204);
    }

    @Test
    void closesAConnectionThatIsQuiet() throws IOException {
        try (Line fresh = new Line(server.port());
                Line used = new Line(server.port())) {
            assertThat(used.say(REQUEST).hear().status()).isEqualTo(204);
            assertThat(fresh.isClosed()).isTrue();
            assertThat(used.isClosed()).isTrue();
        }
    }

    @Test
    void closesAConnectionThatStopsWithinARequest() throws IOException {
        for (String part : new String[] {
            "GET / HT",
            "GET / HTTP/1.1\r\n",
            "GET / HTTP/1.1\r\nHost: a",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nx"
        }) {
            try (Line line = new Line(server.port())) {
                line.say(part.replace("POST /", "POST /body"));
                assertThat(line.isClosed()).as(part).isTrue();
            }
        }
    }

    @Test
    void closesAConnectionThatSpeaksTooSlowly() throws IOException {
        for (String start : new String[] {
            "GET /",
            "GET / HTTP/1.1\r\nHost: a\r\nX: ",
            "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 90000\r\n\r\n"
        }) {
            try (Line line = new Line(server.port())) {
                line.say(start);
                assertThat(line.isClosedWhileSaying("x", 100)).as(start).isTrue();
            }
        }
    }

    @Test
    void closesAConnectionThatDoesNotListen() throws IOException {
        try (Line deaf = new Line(server.port());
                Line other = new Line(server.port())) {
            deaf.say("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(other.isClosed()).isTrue();
            try (Line next = new Line(server.port());
                    Line afterNext = new Line(server.port())) {
                assertThat(next.say(REQUEST).hear().status()).isEqualTo(204);
                assertThat(afterNext.say(REQUEST).hear().status()).isEqualTo(204);
            }
        }
    }

    @Test
    void doesNotCountTheTimeOfTheHandler() throws Exception {
        try (Line busy = new Line(server.port());
                Line quiet = new Line(server.port())) {
            busy.say("GET /long HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(quiet.isClosed()).isTrue();
            try (Line another = new Line(server.port())) {
                assertThat(another.isClosed()).isTrue();
            }
            allowed.countDown();
            assertThat(busy.hear().status()).isEqualTo(204);
        }
    }

    private HttpServer limited(int most, int mostOfPeer) {
        return SocketServer.start(
                new HttpServer.Limits("127.0.0.1", 0, most, mostOfPeer, NO_PROXIES, 60, 20), this::handle);
    }

    @Test
    void takesNoMoreConnectionsOfAPeerThanAllowed() throws IOException {
        try (HttpServer small = limited(10, 2);
                Line first = new Line(small.port());
                Line second = new Line(small.port());
                Line third = new Line(small.port());
                Line foreign = new Line(small.port(), "127.0.0.2")) {
            assertThat(third.isClosed()).isTrue();
            assertThat(first.say(REQUEST).hear().status()).isEqualTo(204);
            assertThat(second.say(REQUEST).hear().status()).isEqualTo(204);
            assertThat(foreign.say(REQUEST).hear().status()).isEqualTo(204);
        }
    }

    @Test
    void doesNotLimitTheConnectionsOfTrustedProxies() throws IOException {
        TrustedProxies proxies = TrustedProxies.of(List.of("127.0.0.2"));
        HttpServer.Limits limits = new HttpServer.Limits("127.0.0.1", 0, 3, 1, proxies, 60, 20);
        try (HttpServer small = SocketServer.start(limits, this::handle);
                Line first = new Line(small.port(), "127.0.0.2");
                Line second = new Line(small.port(), "127.0.0.2");
                Line third = new Line(small.port(), "127.0.0.2");
                Line other = new Line(small.port())) {
            assertThat(other.isClosed()).as("one for which no proxy is closed").isTrue();
            assertThat(first.say(REQUEST).hear().status()).isEqualTo(204);
            assertThat(second.say(REQUEST).hear().status()).isEqualTo(204);
            assertThat(third.say(REQUEST).hear().status()).isEqualTo(204);
        }
    }

    @Test
    void replacesTheConnectionThatIsQuietForLongest() throws IOException {
        try (HttpServer small = limited(2, 2);
                Line first = new Line(small.port());
                Line second = new Line(small.port())) {
            assertThat(first.say(REQUEST).hear().status()).isEqualTo(204);
            assertThat(second.say("GET / HTTP/1.1\r\n").hasAnswerWithin(1_200)).isFalse();
            try (Line third = new Line(small.port())) {
                assertThat(third.say(REQUEST).hear().status()).isEqualTo(204);
                assertThat(first.isClosed()).isTrue();
                assertThat(second.say("Host: a\r\n\r\n").hear().status()).isEqualTo(204);
            }
        }
    }

    @Test
    void makesRoomForAnotherPeerWhereOneHasMost() throws IOException {
        try (HttpServer small = limited(3, 3);
                Line slow = new Line(small.port());
                Line slower = new Line(small.port());
                Line slowest = new Line(small.port())) {
            slowest.say("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nx");
            slower.say("GET / HTTP");
            slow.say("GET / HTTP");
            try (Line other = new Line(small.port(), "127.0.0.2");
                    Line another = new Line(small.port(), "127.0.0.2")) {
                assertThat(other.say(REQUEST).hear().status()).isEqualTo(204);
                assertThat(another.isClosed()).isTrue();
                assertThat(other.say(REQUEST).hear().status()).isEqualTo(204);
            }
        }
    }

    @Test
    void closesAConnectionAfterTheTimeForAHead() throws IOException {
        try (Line line = new Line(server.port())) {
            line.say("GET / HTTP/1.1\r\nHost: a\r\n");
            assertThat(line.isClosedWhileSaying("X: " + "y".repeat(500) + "\r\n", 100))
                    .isTrue();
        }
    }

    @Test
    void letsARunningRequestFinishWhenItStops() throws Exception {
        try (Line busy = new Line(server.port());
                Line quiet = new Line(server.port())) {
            busy.say("GET /long HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            Thread stop = Thread.ofVirtual().start(server::close);
            assertThat(quiet.isClosed()).isTrue();
            allowed.countDown();
            Line.Reply reply = busy.hear();
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.has("Connection: close")).isTrue();
            assertThat(busy.isClosed()).isTrue();
            stop.join();
        }
    }

    @Test
    void sendsAFileToItsEndWhenItStops() throws Exception {
        try (Line slow = new Line(server.port());
                Line other = new Line(server.port())) {
            slow.say("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(slow.hasAnswerWithin(10_000)).isTrue();
            Thread stop = Thread.ofVirtual().start(server::close);
            assertThat(other.isClosed()).isTrue();
            assertThat(slow.hear().body()).hasSize(FILE_BYTES);
            assertThat(stop.join(BEFORE_GRACE)).isTrue();
        }
    }

    @Test
    void cutsAClientThatKeepsARefusedConnectionWhenItStops() throws Exception {
        try (Line refused = new Line(server.port());
                Line other = new Line(server.port())) {
            refused.say("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
            assertThat(refused.hear().status()).isEqualTo(400);
            Thread stop = Thread.ofVirtual().start(server::close);
            assertThat(other.isClosed()).isTrue();
            assertThat(stop.join(BEFORE_GRACE)).isTrue();
        }
    }

    @Test
    void acceptsNothingOnceStopped() {
        server.close();
        assertThat(isRefused()).isTrue();
    }

    private boolean isRefused() {
        try (Line line = new Line(server.port())) {
            return line.isClosed();
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void sendsSmallPacketsAtOnce() throws IOException {
        try (Socket socket = new Socket()) {
            SocketServer.prepare(socket);
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }
}

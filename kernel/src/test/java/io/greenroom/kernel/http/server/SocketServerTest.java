package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.CannotListen;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SocketServerTest {
    private static final String INTERNAL_ERROR = "{\"code\":500,\"message\":\"An internal error occurred.\"}";

    private final AtomicReference<Function<Request, Answer>> behaviour = new AtomicReference<>(SocketServerTest::echo);
    private HttpServer server = SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), this::handle);
    private Line line;

    SocketServerTest() throws IOException {
        line = new Line(server.port());
    }

    @BeforeEach
    void open() {
        assertThat(server.port()).isPositive();
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    private Answer handle(Request request) {
        return behaviour.get().apply(request);
    }

    private static Answer echo(Request request) {
        try {
            String body = new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
            return Answer.text(
                    200,
                    "text/plain",
                    request.method() + " " + request.rawPath() + " " + request.rawQuery() + " " + body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answerWith(Function<Request, Answer> next) {
        behaviour.set(next);
    }

    private Line.Reply get(String target) throws IOException {
        return line.say("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n").hear();
    }

    @Test
    void passesPathsOnAsTheyWereSent() throws IOException {
        for (String path : new String[] {
            "/v2//users/me", "/a%2Fb", "/a%252Fb", "/a;x=1/b", "/users/", "/../x/./y", "/%zz", "/a%00b", "/==", "/a+b"
        }) {
            assertThat(get(path).body()).isEqualTo("GET " + path + "  ");
        }
        assertThat(get("/a?b=%20c&d=e?f#g").body()).isEqualTo("GET /a b=%20c&d=e?f ");
        assertThat(get("http://a.example/x?y=z").body()).isEqualTo("GET /x y=z ");
    }

    @Test
    void takesAnyMethod() throws IOException {
        for (String method : new String[] {"PATCH", "DELETE", "PUT", "OPTIONS", "REPORT"}) {
            assertThat(line.say(method + " / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .hear()
                            .body())
                    .isEqualTo(method + " /  ");
        }
    }

    @Test
    void readsCountedAndChunkedBodiesOfAnyMethod() throws IOException {
        assertThat(line.say("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}")
                        .hear()
                        .body())
                .isEqualTo("GET /  {}");
        String chunked = "DELETE / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        line.say(chunked).say("3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n");
        assertThat(line.hear().body()).isEqualTo("DELETE /  {\"a\":1}");
        assertThat(get("/again").status()).isEqualTo(200);
    }

    @Test
    void passesOverExtensionsAndTrailersOfChunks() throws IOException {
        line.say("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\nTrailer: X\r\n\r\n")
                .say("02;a=b\r\n{\"\r\n3 ; c=\"d\"\r\na\":\r\n2\r\n1}\r\n000;e\r\nX: y\r\n\r\n");
        assertThat(line.hear().body()).isEqualTo("POST /  {\"a\":1}");
        assertThat(get("/again").status()).isEqualTo(200);
    }

    @Test
    void readsChunksOfAnySize() throws IOException {
        answerWith(request -> {
            try {
                return Answer.text(
                        200, "text/plain", Long.toString(request.body().skip(Long.MAX_VALUE)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        line.say("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
                .say("1000000\r\n" + "x".repeat(0x1000000) + "\r\n0\r\n\r\n");
        assertThat(line.hear().body()).isEqualTo("16777216");
        assertThat(get("/").status()).isEqualTo(200);
    }

    @Test
    void readsAnyBodyOfAPipelinedRequest() throws IOException {
        String second = "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n";
        line.say("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n" + second);
        assertThat(line.hear().body()).isEqualTo("GET /1  ");
        line.say(new byte[] {1});
        assertThat(line.hear().body()).isEqualTo("POST /2  \u0001");
    }

    @Test
    void discardsInputAfterARefusedPipelinedRequest() throws IOException {
        line.say("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n");
        assertThat(line.hear().body()).isEqualTo("GET /1  ");
        assertThat(line.hear().status()).isEqualTo(400);
        line.say(new byte[] {0, 1, 2}).sayNoMore();
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void answersPipelinedRequestsInTurn() throws IOException {
        line.say("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nxGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(line.hear().body()).isEqualTo("POST /1  x");
        assertThat(line.hear().body()).isEqualTo("GET /2  ");
    }

    @Test
    void sendsContinueWhenTheBodyIsRead() throws IOException {
        line.say("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        assertThat(line.hearHead().status()).isEqualTo(100);
        assertThat(line.say("ok").hear().body()).isEqualTo("POST /  ok");
        line.say("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(line.hearHead().status()).isEqualTo(100);
        assertThat(line.say("2\r\nok\r\n0\r\n\r\n").hear().body()).isEqualTo("POST /  ok");
    }

    @Test
    void sendsNoContinueForAnUnreadBody() throws IOException {
        answerWith(request -> Answer.nothing(404));
        line.say("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Line.Reply reply = line.hear();
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.has("Connection: close")).isTrue();
    }

    @Test
    void discardsAnUnreadBody() throws IOException {
        answerWith(request -> Answer.json(400, "{}".getBytes(StandardCharsets.UTF_8)));
        line.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000));
        assertThat(line.hear().status()).isEqualTo(400);
        line.say("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n");
        assertThat(line.hear().status()).isEqualTo(400);
        assertThat(get("/").status()).isEqualTo(400);
    }

    @Test
    void closesAfterALargeUnreadBody() throws IOException {
        answerWith(request -> Answer.nothing(404));
        line.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(1_000_000));
        Line.Reply reply = line.sayNoMore().hear();
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.has("Connection: close")).isTrue();
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void answersHeadWithTheLengthOnly() throws IOException {
        Line.Reply head = line.say("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n").hearHead();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.has("Content-Length: 10")).isTrue();
        assertThat(get("/abc").body()).isEqualTo("GET /abc  ").hasSize(10);
    }

    @Test
    void sendsNothingWith204() throws IOException {
        answerWith(request -> Answer.json(204, "{}".getBytes(StandardCharsets.UTF_8)));
        Line.Reply reply = get("/");
        assertThat(reply.has("Content-Length: 0")).isTrue();
        assertThat(reply.head()).doesNotContainIgnoringCase("Content-Type");
        assertThat(get("/").status()).isEqualTo(204);
    }

    @Test
    void answers500WhenTheHandlerThrows() throws IOException {
        answerWith(request -> {
            throw new IllegalStateException("secret");
        });
        Line.Reply reply = get("/");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).isEqualTo(INTERNAL_ERROR);
        answerWith(SocketServerTest::echo);
        assertThat(get("/").status()).isEqualTo(200);
    }

    @Test
    void answers500ToAHeaderThatWouldBreakTheAnswer() throws IOException {
        answerWith(request -> Answer.redirect("/x\r\nSet-Cookie: a=b"));
        Line.Reply reply = get("/");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.head()).doesNotContain("Set-Cookie");
    }

    @Test
    void namesNoServer() throws IOException {
        Line.Reply reply = get("/");
        assertThat(reply.head()).doesNotContainIgnoringCase("server:").doesNotContainIgnoringCase("helidon");
        assertThat(reply.head()).contains("\r\nDate: ");
    }

    @Test
    void servesTheJdksClient() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/x?y"))
                            .POST(HttpRequest.BodyPublishers.ofString("body"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).isEqualTo("POST /x y body");
        }
    }

    @Test
    void closesWhenTheClientWantsTo() throws IOException {
        Line.Reply reply = line.say("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n")
                .hear();
        assertThat(reply.has("Connection: close")).isTrue();
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void sendsAHeaderAsOftenAsItIsGiven() throws IOException {
        answerWith(request -> Answer.nothing(200)
                .header("Set-Cookie", "a=1")
                .header("X-Other", "x")
                .header("Set-Cookie", "b=2"));
        Line.Reply reply = get("/");
        assertThat(reply.has("Set-Cookie: a=1")).isTrue();
        assertThat(reply.has("Set-Cookie: b=2")).isTrue();
        assertThat(reply.has("X-Other: x")).isTrue();
    }

    @Test
    void findsHeadersInAnyCase() throws IOException {
        answerWith(request -> Answer.text(
                200,
                "text/plain",
                request.header("X-ZM-Custom").orElse("")
                        + request.headers("accept")
                        + request.header("None").isPresent()));
        line.say("GET / HTTP/1.1\r\nhost: a\r\nx-zm-custom: 1\r\nAccept: a\r\nACCEPT: b\r\n\r\n");
        assertThat(line.hear().body()).isEqualTo("1[a, b]false");
    }

    @Test
    void passesTheRemoteAddressOn() throws IOException {
        answerWith(request -> Answer.text(200, "text/plain", request.remoteAddress() + " " + request.fromLoopback()));
        assertThat(get("/").body()).isEqualTo("127.0.0.1 true");
    }

    @Test
    void answers400WhenTheHandlerGivesUpOnAMalformedBody() throws IOException {
        line.say("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        Line.Reply reply = line.hear();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.has("Connection: close")).isTrue();
        line.sayNoMore();
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void sendsLargeAnswers() throws IOException {
        String large = "x".repeat(3_000_000);
        answerWith(request -> Answer.text(200, "text/plain", large));
        assertThat(get("/").body()).isEqualTo(large);
        assertThat(get("/").body()).hasSize(large.length());
    }

    @Test
    void refusesAnAnswerWithoutMemory() throws IOException {
        int tooLarge = (int) (Runtime.getRuntime().maxMemory() / 16) + 1;
        answerWith(request -> Answer.bytes(200, "text/plain", new byte[tooLarge]));
        Line.Reply reply = get("/");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).isEqualTo("{\"code\":503,\"message\":\"The service is temporarily unavailable.\"}");
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void sendsNoMoreOfAFileThanItsLength() throws IOException {
        answerWith(request -> Answer.file("text/plain", Path.of("/proc/self/status")));
        assertThat(get("/").has("Content-Length: 0")).isTrue();
        assertThat(get("/").status()).isEqualTo(200);
    }

    @Test
    void reportsAPortInUse() {
        HttpServer.Limits taken = HttpServer.Limits.of("127.0.0.1", server.port());
        assertThatExceptionOfType(CannotListen.class)
                .isThrownBy(() -> SocketServer.start(taken, this::handle))
                .withMessageContaining("127.0.0.1:" + server.port());
    }

    @Test
    void reportsAnUnknownHost() {
        HttpServer.Limits nowhere = HttpServer.Limits.of("256.1.1.1", 0);
        assertThatExceptionOfType(CannotListen.class)
                .isThrownBy(() -> SocketServer.start(nowhere, this::handle))
                .withMessage("Nothing can listen on 256.1.1.1: there is no such host");
    }

    @Test
    void closesTwiceWithoutHarm() {
        server.close();
        server.close();
    }
}

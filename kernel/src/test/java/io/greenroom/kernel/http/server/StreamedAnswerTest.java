package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.ClientGone;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.StreamedBody;
import io.greenroom.kernel.http.TrustedProxies;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers whose body is written while it is sent. */
class StreamedAnswerTest {
    private static final TrustedProxies NO_PROXIES = TrustedProxies.of(List.of());
    private static final int PIECE = 1 << 20;
    private static final String GET = "GET /stream HTTP/1.1\r\nHost: a\r\n\r\n";

    private final HttpServer server =
            SocketServer.start(new HttpServer.Limits("127.0.0.1", 0, 10, 10, NO_PROXIES, 1, 5), this::handle);
    private final Line line;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private StreamedBody body = out -> {};

    StreamedAnswerTest() throws IOException {
        line = new Line(server.port());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    private Answer handle(Request request) {
        int budget = (int) (Runtime.getRuntime().maxMemory() / 16);
        if (request.rawPath().equals("/budget")) {
            request.identified();
        }
        return switch (request.rawPath()) {
            case "/stream" -> Answer.stream(200, "text/csv", this::write).header("X-Other", "x");
            case "/budget" -> Answer.bytes(200, "text/plain", new byte[budget - 1000]);
            default -> Answer.nothing(204);
        };
    }

    private void write(OutputStream out) throws IOException {
        try {
            body.writeTo(out);
        } catch (IOException | RuntimeException e) {
            failure.complete(e);
            throw e;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void writeForEver(OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        while (true) {
            out.write(piece);
        }
    }

    @Test
    void sendsMoreThanTheHeapHolds() throws Exception {
        long pieces = Runtime.getRuntime().maxMemory() / PIECE + 100;
        body = out -> {
            byte[] piece = new byte[PIECE];
            for (long i = 0; i < pieces; i++) {
                out.write(piece);
            }
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/stream"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Transfer-Encoding")).contains("chunked");
            assertThat(response.headers().firstValue("Content-Length")).isEmpty();
            assertThat(response.headers().firstValue("Content-Type")).contains("text/csv");
            try (InputStream in = response.body()) {
                assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(pieces * PIECE);
            }
        }
    }

    @Test
    void sendsAShortBodyWithItsLength() throws IOException {
        body = out -> {
            out.write('a');
            out.write(utf8("bc"));
        };
        Line.Reply reply = line.say(GET).hear();
        assertThat(reply.has("Content-Length: 3")).isTrue();
        assertThat(reply.has("X-Other: x")).isTrue();
        assertThat(reply.body()).isEqualTo("abc");
        body = out -> {};
        assertThat(line.say(GET).hear().has("Content-Length: 0")).isTrue();
    }

    @Test
    void sendsFlushedBytesAtOnce() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        body = out -> {
            out.flush();
            out.write(utf8("first"));
            out.flush();
            out.flush();
            await(received);
            out.write(utf8("second"));
            out.close();
        };
        line.say(GET);
        assertThat(line.hearHead().has("Transfer-Encoding: chunked")).isTrue();
        assertThat(line.hearChunk()).isEqualTo("first");
        received.countDown();
        assertThat(line.hearChunk()).isEqualTo("second");
        assertThat(line.hearChunk()).isEmpty();
        assertThat(line.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").hear().status())
                .isEqualTo(204);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsEveryByteForAllSizesOfWrites() throws IOException {
        body = out -> {
            for (int size = 1; size <= 2_000; size++) {
                out.write(utf8("x".repeat(size + 2)), 1, size);
            }
        };
        line.say(GET).hearHead();
        StringBuilder all = new StringBuilder();
        for (String chunk = line.hearChunk(); !chunk.isEmpty(); chunk = line.hearChunk()) {
            all.append(chunk);
        }
        assertThat(all).hasSize(2_000 * 2_001 / 2);
    }

    @Test
    void failsTheWriterWhenTheClientIsGone() throws Exception {
        body = StreamedAnswerTest::writeForEver;
        line.say(GET).hearHead();
        line.close();
        assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientGone.class);
    }

    @Test
    void failsEveryWriteOnceTheClientIsGone() throws Exception {
        body = out -> {
            try {
                writeForEver(out);
            } catch (ClientGone e) {
                out.flush();
            }
        };
        line.say(GET).hearHead();
        line.close();
        assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientGone.class);
    }

    @Test
    void cutsAClientThatDoesNotRead() throws Exception {
        body = StreamedAnswerTest::writeForEver;
        line.say(GET);
        assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(ClientGone.class);
    }

    @Test
    void answers500WhenTheWriterFailsAtOnce() throws IOException {
        body = out -> {
            out.write(1);
            throw new IllegalStateException("secret");
        };
        Line.Reply reply = line.say(GET).hear();
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).isEqualTo("{\"code\":500,\"message\":\"An internal error occurred.\"}");
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void cutsTheBodyOffWhenTheWriterFailsLater() throws IOException {
        body = out -> {
            out.write(utf8("first"));
            out.flush();
            throw new IOException("The source is broken");
        };
        assertThat(line.say(GET).hearHead().status()).isEqualTo(200);
        assertThat(line.hearChunk()).isEqualTo("first");
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void sendsHeadWithoutRunningTheWriter() throws IOException {
        body = StreamedAnswerTest::writeForEver;
        Line.Reply head = line.say("HEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n").hearHead();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.has("Transfer-Encoding: chunked")).isTrue();
        assertThat(head.has("Content-Type: text/csv")).isTrue();
        assertThat(line.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").hear().status())
                .isEqualTo(204);
    }

    @Test
    void refusesAStreamThatThereIsNoMemoryFor() throws IOException {
        try (Line greedy = new Line(server.port())) {
            assertThat(greedy.say("GET /budget HTTP/1.1\r\nHost: a\r\n\r\n")
                            .hearHead()
                            .status())
                    .isEqualTo(200);
            assertThat(line.say(GET).hear().status()).isEqualTo(503);
        }
    }
}

package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Site;
import io.greenroom.kernel.http.WebSocketSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** WebSockets with the JDK's client. */
class WebSocketTest {
    private final TestEndpoint texts = new TestEndpoint(TestEndpoint.LIMITS, false);
    private final TestEndpoint all = new TestEndpoint(TestEndpoint.LIMITS, true);
    private final HttpServer server = SocketServer.start(
            HttpServer.Limits.of("127.0.0.1", 0), new Site(Map.of("texts", texts, "all", all), texts));
    private final HttpClient http = HttpClient.newHttpClient();
    private final Received received = new Received();

    @AfterEach
    void close() {
        http.shutdownNow();
        server.close();
        http.close();
    }

    private WebSocket open(String path) {
        return http.newWebSocketBuilder()
                .header("X-Account", "one")
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + path), received)
                .join();
    }

    private static final class Received implements WebSocket.Listener {
        private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket client, CharSequence data, boolean last) {
            return add(client, data, last);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket client, ByteBuffer data, boolean last) {
            return add(client, StandardCharsets.ISO_8859_1.decode(data), last);
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket client, ByteBuffer data) {
            return add(client, "pong " + StandardCharsets.UTF_8.decode(data), true);
        }

        private @Nullable CompletionStage<?> add(WebSocket client, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                whole.add(parts.toString());
                parts.setLength(0);
            }
            client.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket client, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }

        String next() throws InterruptedException {
            String next = whole.poll(20, TimeUnit.SECONDS);
            return next == null ? "nothing" : next;
        }

        String closing() throws Exception {
            return closed.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void carriesTextBothWays() throws Exception {
        WebSocket client = open("/texts");
        client.sendText("gr\u00fc\u00df \ud83d\ude00", true).join();
        assertThat(received.next()).isEqualTo("gr\u00fc\u00df \ud83d\ude00");
        client.sendText("in ", false).join();
        client.sendText("two", true).join();
        assertThat(received.next()).isEqualTo("in two");
        String large = "\u00e4".repeat(50_000);
        client.sendText(large, true).join();
        assertThat(received.next()).isEqualTo(large);
    }

    @Test
    void carriesBinaryMessagesWhereTheyAreTaken() throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        open("/all").sendBinary(ByteBuffer.wrap(bytes), true).join();
        assertThat(received.next()).isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
        open("/texts").sendBinary(ByteBuffer.wrap(bytes), true).join();
        assertThat(received.closing()).startsWith("1003 ");
    }

    @Test
    void answersPings() throws Exception {
        open("/texts").sendPing(ByteBuffer.wrap(new byte[] {'a'})).join();
        assertThat(received.next()).isEqualTo("pong a");
    }

    @Test
    void isClosedByTheClient() throws Exception {
        open("/texts").sendClose(3001, "enough").join();
        assertThat(texts.closing()).isEqualTo("3001 enough");
        assertThat(received.closing()).isEqualTo("3001 ");
        assertThat(texts.session().send("late")).isFalse();
    }

    @Test
    void isClosedByTheEndpoint() throws Exception {
        open("/texts").sendText("close", true).join();
        assertThat(received.next()).isEqualTo("before");
        assertThat(received.closing()).isEqualTo("4000 bye");
        assertThat(texts.closing()).isEqualTo("4000 bye");
    }

    @Test
    void closesWithCodesThatMayBeSentOnly() throws Exception {
        open("/texts");
        WebSocketSession session = texts.session();
        assertThatIllegalArgumentException().isThrownBy(() -> session.close(1006, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> session.close(1000, "x".repeat(124)));
        session.close(1000, "x".repeat(123));
        assertThat(received.closing()).isEqualTo("1000 " + "x".repeat(123));
    }

    @Test
    void sendsMessagesOfManyThreadsOneAfterTheOther() throws Exception {
        open("/texts");
        WebSocketSession session = texts.session();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String text = Integer.toString(i).repeat(1000);
            threads.add(Thread.ofVirtual().start(() -> {
                for (int count = 0; count < 100; count++) {
                    session.send(text);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < 400; i++) {
            assertThat(received.next()).hasSize(1000).matches("(.)\\1*");
        }
    }

    @Test
    void isClosedWhenTheServerStops() throws Exception {
        open("/texts");
        texts.session();
        server.close();
        assertThat(received.closing()).isEqualTo("1001 The server stops");
        assertThat(texts.closing()).isEqualTo("1001 The server stops");
    }
}

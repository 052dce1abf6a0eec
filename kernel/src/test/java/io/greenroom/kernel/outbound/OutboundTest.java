package io.greenroom.kernel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.outbound.Outcome.Answered;
import io.greenroom.kernel.outbound.Outcome.Failed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class OutboundTest {
    private final Outbound outbound = new Outbound(new OutboundGuard(false, List.of(), 1), Clock.system());
    private final Line line = new Line();
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket server;
    private volatile String answer = "HTTP/1.1 204 No Content\r\n\r\n";

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        outbound.close();
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Answers each request that ends with its body, and reads on. */
    private void answer(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            StringBuilder request = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                request.append((char) next);
                if (request.toString().endsWith("END")) {
                    request.setLength(0);
                    out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                    if (answer.startsWith("HTTP/1.0")) {
                        return;
                    }
                }
            }
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        }
    }

    private Outcome post() {
        Target target =
                Target.parse("http://127.0.0.1:" + server.getLocalPort() + "/").orElseThrow();
        return outbound.post(
                line, new Outbound.Message(target, Map.of(), "END".getBytes(StandardCharsets.UTF_8)), false);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK|Content-Length: 2||ok, 200, ok",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|ok|1|!|0||, 200, ok!",
        "HTTP/1.1 100 Continue||HTTP/1.1 500 No|Content-Length: 0||, 500, ''",
        "HTTP/1.1 302 Found|Location: http://127.0.0.1:1/|Content-Length: 0||, 302, ''"
    })
    void readsAnswersAndKeepsTheConnection(String sent, int status, String body) {
        answer = sent.replace("|", "\r\n");
        for (int i = 0; i < 3; i++) {
            Answered answered = (Answered) post();
            assertThat(answered.status()).isEqualTo(status);
            assertThat(new String(answered.body(), StandardCharsets.UTF_8)).isEqualTo(body);
        }
        assertThat(connections).hasValue(1);
    }

    @Test
    void cutsLongAnswersAndClosesTheConnection() {
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(100_000);
        assertThat(((Answered) post()).body()).hasSize(64 * 1024);
        assertThat(((Answered) post()).body()).hasSize(64 * 1024);
        assertThat(connections).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "SSH-2.0-x|, UNREACHABLE",
        "HTTP/1.1 999 x||, UNREACHABLE",
        "HTTP/1.1 200 OK|Content-Length: -1||, UNREACHABLE",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||zz|, UNREACHABLE",
        "HTTP/1.0 200 OK|Content-Length: 9||x, UNREACHABLE",
        "HTTP/1.1 200 OK|Content-Length: 9||x, TIMEOUT",
        "HTTP/1.1 200, TIMEOUT"
    })
    void failsOnBrokenAndUnfinishedAnswers(String sent, Outcome.Kind kind) {
        answer = sent.replace("|", "\r\n");
        assertThat(((Failed) post()).kind()).isEqualTo(kind);
    }

    @Test
    void refusesEndlessHeads() {
        answer = "HTTP/1.1 200 OK\r\n" + "x: y\r\n".repeat(10_000);
        assertThat(((Failed) post()).reason()).isEqualTo("the head of the answer is too long");
    }
}

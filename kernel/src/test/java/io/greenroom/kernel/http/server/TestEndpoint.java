package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.WebSocketEndpoint;
import io.greenroom.kernel.http.WebSocketLimits;
import io.greenroom.kernel.http.WebSocketListener;
import io.greenroom.kernel.http.WebSocketSession;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An endpoint that echoes messages, except for a few commands. The header {@code X-Account} authenticates. */
final class TestEndpoint implements WebSocketEndpoint {
    static final WebSocketLimits LIMITS = new WebSocketLimits(100_000, 100, Duration.ofSeconds(30), 2, 500, 1_000_000);

    private static final int FLOOD_BYTES = 50_000;

    private final WebSocketLimits limits;
    private final boolean binary;
    private final BlockingQueue<String> closings = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocketSession> sessions = new LinkedBlockingQueue<>();

    TestEndpoint(WebSocketLimits limits, boolean binary) {
        this.limits = limits;
        this.binary = binary;
    }

    @Override
    public WebSocketLimits limits() {
        return limits;
    }

    @Override
    public Admission admit(Request request) {
        return request.header("X-Account")
                .<Admission>map(account -> new Admission.Admitted(account, binary ? new AnyEcho() : new Echo()))
                .orElseGet(() -> new Admission.Refused(Answer.nothing(401)));
    }

    /** The code and reason of the next session that ends. */
    String closing() throws InterruptedException {
        String closing = closings.poll(20, TimeUnit.SECONDS);
        assertThat(closing).isNotNull();
        return closing == null ? "" : closing;
    }

    /** The next session that was opened. */
    WebSocketSession session() throws InterruptedException {
        WebSocketSession session = sessions.poll(20, TimeUnit.SECONDS);
        if (session == null) {
            throw new AssertionError("No session was opened");
        }
        return session;
    }

    private class Echo implements WebSocketListener {
        @Override
        public void opened(WebSocketSession session) {
            sessions.add(session);
        }

        @Override
        public void text(WebSocketSession session, String message) {
            switch (message) {
                case "close" -> {
                    session.send("before");
                    session.close(4000, "bye");
                    assertThat(session.send("after")).isFalse();
                }
                case "fail" -> throw new IllegalStateException("secret");
                case "flood" -> flood(session);
                default -> session.send(message);
            }
        }

        private static void flood(WebSocketSession session) {
            byte[] much = new byte[FLOOD_BYTES];
            boolean queued = true;
            while (queued) {
                queued = session.send(much);
            }
        }

        @Override
        public void closed(WebSocketSession session, int code, String reason) {
            closings.add(code + " " + reason);
        }
    }

    private final class AnyEcho extends Echo {
        @Override
        public void binary(WebSocketSession session, byte[] message) {
            session.send(message);
        }
    }
}

package io.greenroom.server.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.road.history.RequestLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log line of a request, as text. */
class RequestLinesTest {
    private final Logger log = (Logger) LoggerFactory.getLogger("io.greenroom.requests");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
        log.setAdditive(false);
    }

    @AfterEach
    void forget() {
        log.detachAppender(lines);
        log.setLevel(null);
        log.setAdditive(true);
    }

    private String line(List<String> warnings) {
        new RequestLog()
                .observe(new CompletedRequest(
                        "rid=1",
                        Instant.EPOCH,
                        "GET",
                        "/v2/users",
                        "192.0.2.1",
                        "users",
                        "acme",
                        200,
                        List.of(),
                        warnings,
                        CompletedRequest.NO_BODY,
                        "",
                        5000));
        return new String(new TextLines().encode(lines.list.removeLast()), StandardCharsets.UTF_8);
    }

    @Test
    void omitsWarningsIfThereAreNone() {
        assertThat(line(List.of()))
                .endsWith(
                        " INFO GET /v2/users trackingId=rid=1 client=192.0.2.1 operation=users account=acme status=200"
                                + " verdict=ok micros=5\n");
    }

    @Test
    void containsWarnings() {
        assertThat(line(List.of("unknown fields: a", "unknown parameters: b")))
                .endsWith(" micros=5 warnings=unknown fields: a; unknown parameters: b\n");
    }
}

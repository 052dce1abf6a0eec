package io.greenroom.server.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LinesTest {
    private static ILoggingEvent event(String message) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(new LoggerContext());
        event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
        event.setLevel(Level.INFO);
        event.setLoggerName("io.greenroom.requests");
        event.setMessage(message);
        event.setKeyValuePairs(List.of(
                new KeyValuePair("status", 200), new KeyValuePair("verdict", "ok"), new KeyValuePair("account", "")));
        return event;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void writesAnEventAsOneLineOfJson() {
        String line = text(new JsonLines().encode(event("GET /v2/users\nforged")));

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        Doc json = Json.read(Schema.anyObject(), line);
        assertThat(json.text("time")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(json.text("message")).isEqualTo("GET /v2/users\nforged");
        assertThat(json.number("status")).isEqualTo(200);
    }

    @Test
    void writesAnEventAsOneLineOfText() {
        String line = text(new TextLines().encode(event("GET /v2/users\nforged\u001b[2J\u202e!")));

        assertThat(line).matches("\\d\\d:04:05\\.678 INFO GET /v2/users forged \\[2J ! status=200 verdict=ok\n");
    }
}

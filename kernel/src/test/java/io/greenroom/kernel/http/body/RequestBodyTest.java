package io.greenroom.kernel.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.body.BodyFault.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBodyTest {
    private static final Multipart.Limits LIMITS = Multipart.Limits.of(100);

    @TempDir
    private Path folder;

    @Test
    void readsBytes() throws BodyFault, IOException {
        assertThat(RequestBody.bytes(new Sent("12345", Map.of()), 5)).asString().isEqualTo("12345");
        assertThat(RequestBody.bytes(new Sent("", Map.of()), 5)).isEmpty();
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        assertThatExceptionOfType(BodyFault.class)
                .isThrownBy(() -> RequestBody.bytes(new Sent("123456", Map.of()), 5))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(Reason.BODY_TOO_LARGE))
                .satisfies(fault -> assertThat(fault.limit()).isEqualTo(5));
    }

    @Test
    void doesNotReadABodyWithAnOversizedContentLength() {
        Sent sent = new Sent("123456", Map.of("Content-Length", "6"));
        assertThatExceptionOfType(BodyFault.class)
                .isThrownBy(() -> RequestBody.bytes(sent, 5))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(Reason.BODY_TOO_LARGE));
        assertThat(sent.body()).asString(StandardCharsets.UTF_8).isEqualTo("123456");
    }

    @Test
    void refusesALargeBodyWithoutMemory() throws BodyFault, IOException {
        String most = "x".repeat(4 * 1024 - 1);
        assertThat(RequestBody.bytes(new Sent(most, Map.of(), false), 100_000)).hasSize(most.length());
        assertThat(RequestBody.bytes(new Sent(most.repeat(3), Map.of()), 100_000))
                .hasSize(3 * most.length());
        assertNoMemory(() -> RequestBody.bytes(new Sent(most + "x", Map.of(), false), 100_000));
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=xx");
        assertNoMemory(() -> RequestBody.multipart(new Sent("--xx", headers, false), folder, LIMITS));
    }

    private static void assertNoMemory(ThrowingCallable reading) {
        assertThatExceptionOfType(BodyFault.class).isThrownBy(reading).satisfies(fault -> assertThat(fault.reason())
                .isEqualTo(Reason.NO_MEMORY));
    }

    @Test
    void readsMultipartForms() throws BodyFault, IOException {
        String body = "--xx\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--xx--";
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=xx");
        try (FormParts form = RequestBody.multipart(new Sent(body, headers), folder, LIMITS)) {
            assertThat(form.texts()).containsExactly(entry("a", "b"));
        }
        assertThatExceptionOfType(BodyFault.class)
                .isThrownBy(() -> RequestBody.multipart(new Sent(body, Map.of()), folder, LIMITS))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(Reason.NOT_MULTIPART));
    }

    /** A request that has arrived. */
    private record Sent(InputStream body, Map<String, String> all, boolean memoryLeft) implements Request {
        Sent(String body, Map<String, String> headers) {
            this(body, headers, true);
        }

        Sent(String body, Map<String, String> headers, boolean memoryLeft) {
            this(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), headers, memoryLeft);
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String rawPath() {
            return "/";
        }

        @Override
        public String rawQuery() {
            return "";
        }

        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public List<String> headers(String name) {
            return header(name).stream().toList();
        }

        @Override
        public boolean hold(long bytes) {
            return memoryLeft;
        }

        @Override
        public void identified() {}

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }

        @Override
        public boolean fromLoopback() {
            return true;
        }
    }
}

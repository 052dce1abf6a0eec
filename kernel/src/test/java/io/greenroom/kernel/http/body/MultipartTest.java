package io.greenroom.kernel.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.greenroom.kernel.http.body.BodyFault.Reason;
import io.greenroom.kernel.http.body.FormParts.FilePart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final MediaType TYPE =
            MediaType.of("multipart/form-data; boundary=xx").orElseThrow();
    private static final Multipart.Limits LIMITS = new Multipart.Limits(1000, 100, 50, 5, false);
    private static final String TEXT = part("name=\"a\"", "one");
    private static final String FILE =
            part("name=\"pic_file\"; filename=\"C:\\a\\b.png\"\r\nContent-Type: image/png", "\r\n--x\r\n");
    private static final String END = "--xx--\r\n";

    @TempDir
    private Path folder;

    private static String part(String parameters, String content) {
        return "--xx\r\nContent-Disposition: form-data; " + parameters + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void readsTextsAndFiles() throws BodyFault, IOException {
        try (FormParts form = read(
                "preamble\r\n" + TEXT + FILE + part("name=\"a\"", "two") + part("name=b", "Zoë") + END + "epilogue")) {
            assertThat(form.texts()).containsExactly(entry("a", "one"), entry("b", "Zoë"));
            FilePart file = form.file("pic_file").orElseThrow();
            assertThat(file.fileName()).isEqualTo("b.png");
            assertThat(file.contentType()).isEqualTo("image/png");
            assertThat(file.size()).isEqualTo(7);
            assertThat(Files.readString(file.path())).isEqualTo("\r\n--x\r\n");
            assertThat(form.file("other")).isEmpty();
        }
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void readsFileNamesInAllSpellings() throws BodyFault, IOException {
        String names = part("name=f; filename=a.png", "1")
                + part("name=f; filename=\"\"; filename*=UTF-8''Zo%C3%AB.png", "2")
                + part("filename=\"a\\\"b;c.png\"; name=f", "3");
        try (FormParts form = read(names + END)) {
            assertThat(form.files()).extracting(FilePart::fileName).containsExactly("a.png", "Zoë.png", "a\"b;c.png");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=f; filename=\"a\0.png\"",
                "name=f; filename=\"\0\"",
                "name=\"f\0\"; filename=a.png",
                "name=\"a\0\"",
                "name=f; filename=\"a\0\"; filename*=UTF-8''%00"
            })
    void refusesNamesWithNul(String disposition) throws IOException {
        assertThatExceptionOfType(BodyFault.class)
                .isThrownBy(() -> read(part(disposition, "1") + END))
                .extracting(BodyFault::reason)
                .isEqualTo(Reason.MALFORMED);
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void readsHeadersOfSeveralLines() throws BodyFault, IOException {
        try (FormParts form = read(part("\r\n name=\"f\";\r\n\tfilename=\"a.png\"", "1") + END)) {
            assertThat(form.files()).extracting(FilePart::fileName).containsExactly("a.png");
        }
    }

    @Test
    void passesOverAFileFieldThatWasLeftEmpty() throws BodyFault, IOException {
        try (FormParts form = read(part("name=f; filename=\"\"", "") + part("name=g; filename=\"g\"", "") + END)) {
            assertThat(form.files()).extracting(FilePart::field).containsExactly("g");
        }
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void closesTwiceAndAfterAFileWasMoved() throws BodyFault, IOException {
        FormParts form = read(FILE + END);
        Files.move(form.files().getFirst().path(), folder.resolve("kept"));
        form.close();
        form.close();
        assertThat(leftOver()).containsExactly(folder.resolve("kept"));
    }

    @Test
    void refusesOtherMediaTypes() {
        assertFault(Reason.NOT_MULTIPART, MediaType.of("application/json").orElseThrow(), "");
        assertFault(Reason.NO_BOUNDARY, MediaType.of("multipart/form-data").orElseThrow(), "");
        assertFault(
                Reason.NO_BOUNDARY,
                MediaType.of("multipart/form-data; boundary=" + "x".repeat(71)).orElseThrow(),
                "");
    }

    @Test
    void refusesOversizedForms() throws IOException {
        assertFault(Reason.TEXT_TOO_LARGE, TEXT + part("name=b", "x".repeat(48)) + END);
        assertFault(Reason.FILE_TOO_LARGE, FILE + part("name=b; filename=c", "x".repeat(101)) + END);
        assertFault(Reason.TOO_MANY_PARTS, FILE.repeat(6) + END);
        assertFault(Reason.BODY_TOO_LARGE, FILE + "--xx\r\nX: " + "x".repeat(1000) + END);
        assertFault(Reason.BODY_TOO_LARGE, "x".repeat(1001) + FILE + END);
        assertThat(leftOver()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "20", "60", "90", "130"})
    void refusesTruncatedForms(int length) throws IOException {
        assertFault(Reason.MALFORMED, (FILE + TEXT + END).substring(0, length));
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void refusesMalformedParts() {
        assertFault(Reason.MALFORMED, "{\"a\":1}");
        assertFault(Reason.MALFORMED, END);
        assertFault(Reason.MALFORMED, "--xx\r\n\r\nnameless\r\n" + END);
        assertFault(Reason.MALFORMED, part("filename=a", "nameless") + END);
        assertFault(Reason.MALFORMED, "--xx\r\nContent-Disposition: attachment; name=a\r\n\r\nb\r\n" + END);
        assertFault(Reason.MALFORMED, part("name=a", "nul\0") + END);
        assertFault(Reason.MALFORMED, TEXT + "--xxyy");
        String longHeader = "--xx\r\nX: " + "x".repeat(5000) + "\r\n\r\n\r\n" + END;
        assertFault(Reason.MALFORMED, TYPE, stream(longHeader), Multipart.Limits.of(100));
        assertFault(
                Reason.MALFORMED,
                TYPE,
                new ByteArrayInputStream((part("name=a", "\u00ff") + END).getBytes(StandardCharsets.ISO_8859_1)),
                LIMITS);
    }

    @Test
    void refusesUnquotedFileNamesWhenStrict() {
        Multipart.Limits strict = new Multipart.Limits(1000, 100, 50, 5, true);
        String unquoted = part("name=\"f\"; filename=a.png", "1") + END;
        assertFault(Reason.FILE_NAME_NOT_QUOTED, TYPE, stream(unquoted), strict);
    }

    @Test
    void passesOnThatTheClientHasGone() throws IOException {
        for (String before : List.of("", TEXT, FILE, FILE.substring(0, 20), FILE.substring(0, 110))) {
            InputStream in = new SequenceInputStream(stream(before), new Broken());
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Multipart.read(TYPE, in, folder, LIMITS, bytes -> true))
                    .withMessage("gone");
        }
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void takesAnyGarbage() throws IOException {
        SplittableRandom random = new SplittableRandom(20210605);
        byte[] form = (TEXT + FILE + TEXT + END).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            byte[] garbage = form.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                garbage[random.nextInt(garbage.length)] = (byte) "\r\n-x;\"= \0\u00ff".charAt(random.nextInt(10));
            }
            try (FormParts parts =
                    Multipart.read(TYPE, new ByteArrayInputStream(garbage), folder, LIMITS, bytes -> true)) {
                assertThat(parts.files().size() + parts.texts().size()).isPositive();
            } catch (BodyFault e) {
                assertThat(e.reason()).isNotNull();
            }
        }
        assertThat(leftOver()).isEmpty();
    }

    /** The body of a client that has gone. */
    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("gone");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("gone");
        }
    }

    private FormParts read(String form) throws BodyFault, IOException {
        return Multipart.read(TYPE, stream(form), folder, LIMITS, bytes -> true);
    }

    private void assertFault(Reason reason, String form) {
        assertFault(reason, TYPE, form);
    }

    private void assertFault(Reason reason, MediaType type, String form) {
        assertFault(reason, type, stream(form), LIMITS);
    }

    private void assertFault(Reason reason, MediaType type, InputStream form, Multipart.Limits limits) {
        assertThatExceptionOfType(BodyFault.class)
                .isThrownBy(() -> Multipart.read(type, form, folder, limits, bytes -> true))
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo(reason));
    }

    private static InputStream stream(String form) {
        return new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> leftOver() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}

package io.greenroom.kernel.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Garbage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "Application/JSON; charset=\"utf-8\"",
                "application/json ; charset=us-ascii",
                "application/json; CHARSET=utf8; x",
                "application/json;"
            })
    void readsJsonInUtf8(String header) {
        MediaType type = MediaType.of(header).orElseThrow();
        assertThat(type.is("application/json")).isTrue();
        assertThat(type.isUtf8()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-16",
                "application/json;charset=iso-8859-1",
                "application/json; charset=",
                "application/json; charset=utf-7; charset=utf-8"
            })
    void recognizesOtherCharsets(String header) {
        assertThat(MediaType.of(header).orElseThrow().isUtf8()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "/", "a/", "/b", "a/b/c", "application json", "a b/c", "text/\u00ff", ";a=b"})
    void refusesInvalidMediaTypes(String header) {
        assertThat(MediaType.of(header)).isEmpty();
    }

    @Test
    void readsBoundaries() {
        assertThat(boundary("multipart/form-data; boundary=----x")).isEqualTo("----x");
        assertThat(boundary("multipart/form-data; charset=utf-8; boundary=\"a;b\""))
                .isEqualTo("a;b");
        assertThat(MediaType.of("multipart/form-data").orElseThrow().boundary()).isEmpty();
    }

    private static String boundary(String header) {
        return MediaType.of(header).orElseThrow().boundary().orElseThrow();
    }

    @Test
    void takesAnyGarbage() {
        SplittableRandom random = new SplittableRandom(20210603);
        for (int i = 0; i < 20_000; i++) {
            String garbage = "a/b;" + Garbage.text(random, "\"\"\\;;==a b/\u00ff");
            assertThat(MediaType.of(garbage)).isPresent();
        }
    }
}

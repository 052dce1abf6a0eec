package io.greenroom.kernel.http.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final Instant TIME = Instant.parse("1994-11-06T08:49:37Z");

    @Test
    void writesThePreferredFormat() {
        assertThat(HttpDate.write(TIME)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
            })
    void readsAllFormats(String text) {
        assertThat(HttpDate.parse(text)).contains(TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 25:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "1994-11-06T08:49:37Z",
                "784111777"
            })
    void readsNothingElse(String text) {
        assertThat(HttpDate.parse(text)).isEmpty();
    }
}

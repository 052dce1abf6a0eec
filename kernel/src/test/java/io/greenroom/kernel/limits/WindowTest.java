package io.greenroom.kernel.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource({
        "2020-02-29T23:59:59.999Z, PT1S,  2020-02-29T23:59:59Z, 2020-03-01T00:00:00Z",
        "2020-02-29T23:59:59.999Z, PT1M,  2020-02-29T23:59:00Z, 2020-03-01T00:00:00Z",
        "2020-02-29T23:59:59.999Z, PT24H, 2020-02-29T00:00:00Z, 2020-03-01T00:00:00Z",
        "2020-03-01T00:00:00Z,     PT24H, 2020-03-01T00:00:00Z, 2020-03-02T00:00:00Z",
        "2020-03-01T12:07:00Z,     PT5M,  2020-03-01T12:05:00Z, 2020-03-01T12:10:00Z",
        "2020-03-01T12:37:00Z,     PT30M, 2020-03-01T12:30:00Z, 2020-03-01T13:00:00Z",
        "1969-12-31T23:59:58.500Z, PT24H, 1969-12-31T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void followsTheOneBefore(Instant now, Duration length, Instant start, Instant end) {
        assertThat(Window.around(now, length)).isEqualTo(new Window(start, end));
    }
}

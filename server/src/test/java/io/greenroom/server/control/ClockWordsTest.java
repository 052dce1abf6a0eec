package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockWordsTest {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-12-02T10:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "P90D, 2027-03-02T10:30:00Z",
        "p1m, 2027-01-02T10:30:00Z",
        "PT36H, 2026-12-03T22:30:00Z",
        "P1DT30M, 2026-12-03T11:00:00Z",
        "1h30m, 2026-12-02T12:00:00Z",
        "90s, 2026-12-02T10:31:30Z",
        "2d, 2026-12-04T10:30:00Z",
        "tomorrow 09:00, 2026-12-03T09:00:00Z",
        "next monday 9:00, 2026-12-07T09:00:00Z",
        "Next Wednesday 09:00, 2026-12-09T09:00:00Z",
    })
    void readsWords(String text, String time) {
        assertThat(ClockWords.read(text, NOW)).contains(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "soon",
                "next day 09:00",
                "tomorrow 24:00",
                "-1h",
                "P-1D",
                "PT9999999999999H",
                "1x"
            })
    void refusesOthers(String text) {
        assertThat(ClockWords.read(text, NOW)).isEmpty();
    }

    @Test
    void readsTheLongestTimes() {
        assertThat(ClockWords.read("P99999Y", NOW)).isPresent();
    }
}

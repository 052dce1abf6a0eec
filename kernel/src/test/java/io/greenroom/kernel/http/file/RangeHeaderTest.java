package io.greenroom.kernel.http.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Garbage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeHeaderTest {
    private static final int LENGTH = 10;

    private static String parse(String header) {
        return RangeHeader.parse(header, LENGTH)
                .map(ranges -> String.join(
                        " ",
                        ranges.stream()
                                .map(range -> range.first() + "-" + range.last())
                                .toList()))
                .orElse("ignored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0 | 0-0",
                "bytes=0-9 | 0-9",
                "bytes=9-9 | 9-9",
                "bytes=3- | 3-9",
                "bytes=3-99 | 3-9",
                "bytes=3-99999999999999999999999999 | 3-9",
                "bytes=0000000000000000000000000003-5 | 3-5",
                "bytes=-3 | 7-9",
                "bytes=-10 | 0-9",
                "bytes=-99999999999999999999 | 0-9",
                "BYTES=1-2 | 1-2",
                "bytes=0-0,9-9 | 0-0 9-9",
                "bytes=9-9, 0-0 | 9-9 0-0",
                "bytes= , 0-0 ,, 2-3 , | 0-0 2-3",
                "bytes=0-0,10-20 | 0-0",
                "bytes=0-0,-0 | 0-0",
            })
    void readsRanges(String header, String ranges) {
        assertThat(parse(header)).isEqualTo(ranges);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999-", "bytes=10-,-0"})
    void findsNoneOfTheRanges(String header) {
        assertThat(parse(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=,",
                "bytes=-",
                "bytes=a-b",
                "bytes=1",
                "bytes=2-1",
                "bytes=0-0,2-1",
                "bytes=0-0;1-1",
                "bytes =0-0",
                "bytes=+1-2",
                "bytes=1-2-3",
                "items=0-0",
                "bytes=0x1-2",
                "bytes=--1",
            })
    void ignoresMalformedHeaders(String header) {
        assertThat(parse(header)).isEqualTo("ignored");
    }

    @Test
    void ignoresTooManyRanges() {
        assertThat(parse("bytes=0-0" + ",20-20".repeat(RangeHeader.MOST_RANGES - 1)))
                .isEqualTo("0-0");
        assertThat(parse("bytes=0-0" + ",20-20".repeat(RangeHeader.MOST_RANGES)))
                .isEqualTo("ignored");
    }

    @Test
    void ignoresRangesThatAreMoreThanTheFileTogether() {
        assertThat(parse("bytes=0-4,0-4")).isEqualTo("0-4 0-4");
        assertThat(parse("bytes=0-5,0-4")).isEqualTo("ignored");
    }

    @Test
    void staysWithinTheFileForRandomHeaders() {
        SplittableRandom random = new SplittableRandom(20260809);
        for (int i = 0; i < 50_000; i++) {
            String header = "bytes=" + Garbage.text(random, "0123456789---,, ");
            assertThat(RangeHeader.parse(header, LENGTH))
                    .satisfies(ranges -> ranges.ifPresent(found -> assertThat(found)
                            .allMatch(
                                    range -> range.first() >= 0
                                            && range.first() <= range.last()
                                            && range.last() < LENGTH,
                                    header)));
        }
    }
}

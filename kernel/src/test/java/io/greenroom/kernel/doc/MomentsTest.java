package io.greenroom.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12345-01-01",
                "-0001-01-01",
                "-2021-01-01",
                "+2021-01-01",
                "+999999999-12-31T23:59:59Z",
                "9999-12-31T23:59:59-18:00",
                "0000-01-01T00:00:00+18:00",
                "2021-02-30",
                "2021-1-1",
                "2021-01-01T25:00:00Z",
                "\u0662\u0660\u0662\u0661-01-01",
                ""
            })
    void refuses(String text) {
        assertThat(Moments.accept(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "9999-12-31",
                "9999-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59+18:00",
                "0000-01-01T00:00:00-18:00",
                "2021-01-01 00:00:00+00:00"
            })
    void acceptsYearsOfFourDigits(String text) {
        assertThat(Moments.accept(text)).isTrue();
        assertThat(Moments.instant(text).toString()).matches("[0-9]{4}-.*");
        assertThat(Moments.day(text).toString()).matches("[0-9]{4}-.*");
    }

    @Test
    void clampsInstantsOfDocuments() {
        assertThat(Moments.clamp(Instant.MAX)).isEqualTo(Moments.LAST);
        assertThat(Moments.clamp(Instant.MIN)).isEqualTo(Moments.FIRST);
        assertThat(new Doc(Schema.anyObject())
                        .put("at", Moments.LAST.plusSeconds(1))
                        .text("at"))
                .isEqualTo("9999-12-31T23:59:59Z");
    }

    @Test
    void keepsInstantsAsTheJdkWritesThem() {
        long second = Moments.FIRST.getEpochSecond();
        while (second <= Moments.LAST.getEpochSecond()) {
            Instant instant = Instant.ofEpochSecond(second);
            assertThat(Moments.text(instant)).isEqualTo(instant.toString());
            assertThat(Moments.kept(instant.toString())).isEqualTo(instant);
            second += 7_777_777;
        }
        Instant fine = Instant.parse("2026-01-01T00:00:00.123456789Z");
        assertThat(Moments.kept(Moments.text(fine))).isEqualTo(fine);
    }
}

package io.greenroom.api.billing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void printsDollarsAndCents() {
        assertThat(Money.printed(1_234_567_05)).isEqualTo("1,234,567.05");
        assertThat(Money.printed(0)).isEqualTo("0.00");
    }

    @Test
    void roundsTaxes() {
        assertThat(Money.tax(10_03, "de")).isEqualTo(1_91);
        assertThat(Money.tax(10_03, "US")).isZero();
        assertThat(Money.tax(10_03, "")).isZero();
    }

    @Test
    void sharesByDays() {
        assertThat(Money.share(100, 1, 3)).isEqualTo(33);
        assertThat(Money.share(100, 2, 3)).isEqualTo(67);
        assertThat(Money.share(100, 5, 3)).isEqualTo(100);
        assertThat(Money.share(100, -1, 3)).isZero();
        assertThat(Money.share(100, 1, 0)).isZero();
    }
}

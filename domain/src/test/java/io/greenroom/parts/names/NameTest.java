package io.greenroom.parts.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When two names count as equal. */
class NameTest {

    @ParameterizedTest
    @CsvSource({
        "Sales, SALES",
        "' Sales ', sales",
        "\u00a0Sales\u200b, sales",
        "Straße, STRASSE",
        "Zoe\u0308, ZO\u00cb",
        "\u0130stanbul, i\u0307stanbul",
        "'Night  shift', 'night\u00a0SHIFT'",
        "\ud83d\udc68\u200d\ud83d\udc67, '\ud83d\udc68\u200d\ud83d\udc67 '"
    })
    void readsSpellingsOfOneNameAlike(String one, String other) {
        assertThat(Name.of(one).key()).isEqualTo(Name.of(other).key());
    }

    @ParameterizedTest
    @CsvSource({"Sales, Sale", "a b, ab", "e, \u00e9", "\ud83d\udc68\u200d\ud83d\udc67, \ud83d\udc68\ud83d\udc67"})
    void distinguishesOtherNames(String one, String other) {
        assertThat(Name.of(one).key()).isNotEqualTo(Name.of(other).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0", "\u3000\u200b", "\ufeff"})
    void seesWhenThereIsNothing(String blank) {
        assertThat(Name.of(blank).isEmpty()).isTrue();
    }

    @Test
    void keepsInnerBlanks() {
        assertThat(Name.of("  Night  Shift ").text()).isEqualTo("Night  Shift");
    }
}

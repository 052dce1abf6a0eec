package io.greenroom.parts.countries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountryTest {
    /** Territories without inhabitants or without a calling code of their own. */
    private static final List<String> WITHOUT_CALLS = List.of("AQ", "BV", "GS", "HM", "PN", "TF", "UM");

    @Test
    void knowsCountriesByTwoLettersInAnyCase() {
        assertThat(Country.of("CA")).contains(new Country("CA", "Canada", "1"));
        assertThat(Country.of("de")).contains(new Country("DE", "Germany", "49"));
        assertThat(Country.of("XX")).isEmpty();
        assertThat(Country.of("")).isEmpty();
    }

    @Test
    void hasANameAndACodeForEachCountry() {
        assertThat(Arrays.stream(Locale.getISOCountries()).filter(id -> !WITHOUT_CALLS.contains(id)))
                .hasSizeGreaterThan(240)
                .allSatisfy(id -> assertThat(Country.of(id)).hasValueSatisfying(country -> {
                    assertThat(country.name()).isNotEqualTo(id);
                    assertThat(country.callingCode()).matches("[1-9][0-9]{0,3}");
                }));
        assertThat(Country.of("XK").orElseThrow().name()).isEqualTo("Kosovo");
    }
}

package io.greenroom.kernel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void drawsUrlSafeTextsThatAreAllDifferent() {
        assertThat(Secrets.token(24)).matches("[\\w-]{32}").isNotEqualTo(Secrets.token(24));
        assertThat(Secrets.letters("AB", 100)).matches("[AB]{100}").contains("A", "B");
    }

    @Test
    void hashesAsSha256() {
        assertThat(Secrets.hash("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void comparesTexts() {
        assertThat(Secrets.same("one", "one")).isTrue();
        assertThat(Secrets.same("one", "two")).isFalse();
        assertThat(Secrets.same("one", "")).isFalse();
    }

    @Test
    void fitsAVerifierToItsChallenge() {
        String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

        assertThat(Pkce.S256.fits("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", verifier))
                .isTrue();
        assertThat(Pkce.S256.fits(verifier, verifier)).isFalse();
        assertThat(Pkce.PLAIN.fits(verifier, verifier)).isTrue();
        assertThat(Pkce.of("s256")).isEmpty();
    }
}

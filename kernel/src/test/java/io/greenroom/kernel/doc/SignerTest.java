package io.greenroom.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignerTest {
    private final Signer signer = new Signer(new byte[] {1, 2, 3});

    @Test
    void opensTextsSealedForTheSamePurpose() {
        String sealed = signer.seal("page", "after=7");

        assertThat(signer.open("page", sealed)).contains("after=7");
        assertThat(signer.open("form", sealed)).isEmpty();
        assertThat(signer.open("page", sealed.substring(1))).isEmpty();
        assertThat(new Signer(new byte[] {3, 2, 1}).open("page", sealed)).isEmpty();
    }

    @Test
    void hasAKeyForEachPurpose() {
        assertThat(signer.keyFor("start")).hasSize(32).isEqualTo(signer.keyFor("start"));
        assertThat(signer.keyFor("start")).isNotEqualTo(signer.keyFor("stop"));
    }
}

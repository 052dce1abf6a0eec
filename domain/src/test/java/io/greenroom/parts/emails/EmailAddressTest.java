package io.greenroom.parts.emails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmailAddressTest {
    @Test
    void isTheSameInAnyCase() {
        assertThat(new EmailAddress("Ada@Example.ORG").key()).isEqualTo(new EmailAddress("ada@example.org").key());
    }

    @Test
    void knowsItsParts() {
        EmailAddress address = new EmailAddress("Ada.L@Example.org");

        assertThat(address.mailbox()).isEqualTo("ada.l");
        assertThat(address.domain()).isEqualTo("example.org");
        assertThat(address.isIn(List.of("example.com", "EXAMPLE.org"))).isTrue();
        assertThat(address.isIn(List.of("ample.org"))).isFalse();
    }

    @Test
    void isRecognizedByItsForm() {
        assertThat(EmailAddress.isOne("ada@example.org")).isTrue();
        assertThat(EmailAddress.isOne("dT6KQLd7SlmYSOQmOFR6dA")).isFalse();
        assertThat(EmailAddress.isOne("@")).isFalse();
    }
}

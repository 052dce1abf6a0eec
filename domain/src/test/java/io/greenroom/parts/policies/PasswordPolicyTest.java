package io.greenroom.parts.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.parts.emails.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final EmailAddress ADA = new EmailAddress("Lovelace@example.org");

    private final PasswordPolicy policy = new PasswordPolicy(8, false, 3, 0);

    @ParameterizedTest
    @CsvSource({
        "aaaaaaaaa, ONE_CHARACTER",
        "abcdefghi, IN_SEQUENCE",
        "987654321, IN_SEQUENCE",
        "Aa1, TOO_SHORT",
        "12345679, LACKS_LETTER",
        "Abcdefgi, LACKS_NUMBER",
        "abcdefg1, LACKS_CASE",
        "Password1, GUESSABLE",
        "P@ssw0rd123, GUESSABLE",
        "Lovelace1, GUESSABLE",
    })
    void findsViolations(String password, PasswordFault fault) {
        assertThat(policy.faultOf(password, ADA)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sesame42", "Ähnlich7", "Password-of-the-day-1", "Lovelace-123456"})
    void acceptsValidPasswords(String password) {
        assertThat(policy.faultOf(password, ADA)).isEmpty();
    }

    @Test
    void asksForSpecialCharactersOnlyWhereTheAccountDoes() {
        PasswordPolicy strict = new PasswordPolicy(8, true, 3, 0);

        assertThat(strict.faultOf("Sesame42", ADA)).contains(PasswordFault.LACKS_SPECIAL);
        assertThat(strict.faultOf("Sesame!42", ADA)).isEmpty();
    }

    @Test
    void countsCharactersInARowOnlyWhereTheAccountDoes() {
        PasswordPolicy strict = new PasswordPolicy(8, false, 3, 4);

        assertThat(strict.faultOf("Sesame-1111", ADA)).contains(PasswordFault.ONE_CHARACTER);
        assertThat(strict.faultOf("Sesame-4321", ADA)).contains(PasswordFault.IN_SEQUENCE);
        assertThat(strict.faultOf("Sesame-111-123", ADA)).isEmpty();
    }
}

package io.greenroom.parts.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTest {
    @ParameterizedTest
    @CsvSource({
        "AVAILABLE, AWAY, true",
        "AWAY, AVAILABLE, true",
        "DO_NOT_DISTURB, AWAY, true",
        "AWAY, DO_NOT_DISTURB, true",
        "AVAILABLE, ON_A_CALL, false",
        "PRESENTING, AVAILABLE, false",
    })
    void canBeSetToTheChoicesOfUsers(Presence from, Presence to, boolean possible) {
        assertThat(from.mayBecome(to)).isEqualTo(possible);
    }

    @Test
    void isFoundByEitherSpelling() {
        assertThat(Presence.of("Do_No_Disturb")).contains(Presence.DO_NOT_DISTURB);
        assertThat(Presence.of("Do_Not_Disturb")).contains(Presence.DO_NOT_DISTURB);
        assertThat(Presence.of("Asleep")).isEmpty();
    }
}

package io.greenroom.parts.licences;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.parts.licences.Pool.Room;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolTest {
    @ParameterizedTest
    @CsvSource({"2, 1, 0, LEFT", "2, 1, 1, FULL", "2, 2, 0, NONE", "0, 0, 0, NONE", "2, 3, 4, NONE"})
    void answersWhetherOneMoreFits(long places, long present, long invited, Room room) {
        assertThat(new Pool(places, present, invited).room()).isEqualTo(room);
    }
}

package io.greenroom.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much all requests together may hold in memory. */
class RoomTest {
    private final Room room = new Room(10);
    private final Room.Share first = room.new Share();
    private final Room.Share second = room.new Share();

    @Test
    void givesNoMoreThanItHas() {
        assertThat(first.take(6)).isTrue();
        assertThat(second.take(5)).isFalse();
        assertThat(second.take(4)).isTrue();
        assertThat(first.take(1)).isFalse();
    }

    @Test
    void takesBackWhatWasTaken() {
        assertThat(first.take(4)).isTrue();
        assertThat(first.take(3)).isTrue();
        assertThat(first.take(4)).isFalse();
        first.giveBack();
        first.giveBack();
        assertThat(second.take(10)).isTrue();
        assertThat(first.take(1)).isFalse();
    }

    @Test
    void isAPartOfTheHeap() {
        assertThat(Room.ofHeap().new Share().take(Runtime.getRuntime().maxMemory()))
                .isFalse();
        assertThat(Room.ofHeap().new Share().take(1024 * 1024)).isTrue();
    }
}

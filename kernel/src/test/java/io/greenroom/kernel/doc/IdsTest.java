package io.greenroom.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static List<String> values(Ids ids) {
        return Stream.of(ids.next(), ids.hex(), ids.secret(), ids.passcode(6), Long.toString(ids.digits(10)))
                .toList();
    }

    @Test
    void repeatsTheValuesOfASeed() {
        assertThat(values(Ids.seeded(7)))
                .isEqualTo(values(Ids.seeded(7)))
                .doesNotContainAnyElementsOf(values(Ids.seeded(8)));
    }

    @Test
    void drawsDifferentValuesWithoutASeed() {
        assertThat(values(Ids.unpredictable())).doesNotContainAnyElementsOf(values(Ids.unpredictable()));
    }

    @Test
    void drawsTrackingIdsFromAStreamOfTheirOwn() {
        Ids asked = Ids.seeded(7);
        for (int i = 0; i < 100; i++) {
            assertThat(asked.trackingId()).matches("v=2\\.0;clid=us02;rid=WEB_[0-9a-f]{32}");
        }

        assertThat(values(asked)).isEqualTo(values(Ids.seeded(7)));
    }

    @Test
    void keepsConsecutiveIdsTogetherAndTheirRestRandom() {
        Ids ids = Ids.unpredictable();
        List<String> drawn = Stream.generate(ids::next).limit(64).toList();

        assertThat(drawn.stream().map(id -> id.substring(0, 4)).distinct()).hasSize(1);
        assertThat(drawn.stream().map(id -> id.substring(4)).distinct()).hasSize(64);
    }

    @Test
    void drawsNumbersOfTheWantedLength() {
        Ids ids = Ids.unpredictable();

        assertThat(IntStream.range(0, 1_000).mapToObj(any -> ids.passcode(6)))
                .allMatch(code -> code.matches("[1-9]\\d{5}"));
        assertThat(IntStream.range(0, 1_000).mapToLong(any -> ids.digits(10)))
                .allMatch(number -> number >= 1_000_000_000L && number < 10_000_000_000L);
    }

    @Test
    void neverRepeatsItselfAcrossRefillsAndThreads() {
        Ids ids = Ids.unpredictable();
        Set<String> drawn = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 20_000).parallel().forEach(any -> drawn.add(ids.secret()));

        assertThat(drawn).hasSize(20_000);
    }
}

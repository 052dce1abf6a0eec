package io.greenroom.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.toy.Toy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Schema READER =
            Toy.contract(Path.of("src/test/resources/toy")).schema("ReaderRecord");

    private static Slots of(String... pairs) {
        Slots slots = new Slots(READER);
        for (int i = 0; i < pairs.length; i += 2) {
            slots.put(pairs[i], pairs[i + 1]);
        }
        return slots;
    }

    @Test
    void isAMapInTheOrderOfTheSchema() {
        Slots slots = of("ward", "west", "name", "Ada");
        Map<String, Object> same = new LinkedHashMap<>(Map.of("name", "Ada", "ward", "west"));
        assertThat(slots).isEqualTo(same).hasSize(2).containsEntry("ward", "west");
        assertThat(same).isEqualTo(slots).hasSameHashCodeAs(slots);
        assertThat(slots.keySet())
                .containsExactlyElementsOf(READER.properties().stream()
                        .map(property -> property.name())
                        .filter(same::containsKey)
                        .toList());
        Map<String, Object> walked = new LinkedHashMap<>();
        slots.forEach(walked::put);
        assertThat(walked).isEqualTo(same);
    }

    @Test
    void forgetsRemovedFields() {
        Slots slots = of("ward", "west");
        assertThat(slots.put("ward", "east")).isEqualTo("west");
        assertThat(slots.remove("ward")).isEqualTo("east");
        assertThat(slots.remove("ward")).isNull();
        assertThat(slots).isEmpty();
        assertThat(slots.of("ward")).isNull();
        assertThatThrownBy(() -> slots.entrySet().iterator().next()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void knowsOnlyTheNamesOfTheSchema() {
        Slots slots = of();
        assertThat(slots.get("shoes")).isNull();
        assertThat(slots.containsKey("shoes")).isFalse();
        assertThatThrownBy(() -> slots.of("shoes"))
                .isInstanceOf(ContractViolation.class)
                .hasMessageContaining("shoes");
        assertThatThrownBy(() -> slots.put("shoes", "red")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> slots.remove("shoes")).isInstanceOf(ContractViolation.class);
    }
}

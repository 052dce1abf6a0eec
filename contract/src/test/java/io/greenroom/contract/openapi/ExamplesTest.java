package io.greenroom.contract.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Fit;
import io.greenroom.contract.Schema;
import io.greenroom.contract.Toy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final String ORIGIN = "http://localhost:4733";

    private final Contract toy = Toy.contract();
    private final Examples examples = new Examples(1, ORIGIN);

    @Test
    void makesTheSameValueFromTheSameSeed() {
        Schema box = toy.schema("Box");

        assertThat(new Examples(1, ORIGIN).answer(box)).isEqualTo(examples.answer(box));
        assertThat(new Examples(2, ORIGIN).answer(box)).isNotEqualTo(examples.answer(box));
    }

    @Test
    void fitsTheSchema() {
        for (long seed = 0; seed < 20; seed++) {
            Map<String, Object> value =
                    new LinkedHashMap<>(fields(new Examples(seed, ORIGIN).answer(toy.schema("Box"))));
            value.remove("notes");
            assertThat(Fit.faults("Box", toy.schema("Box"), value)).isEmpty();
        }
    }

    @Test
    void omitsPrivateFieldsFromAnswers() {
        assertThat(fields(examples.answer(toy.schema("Box"))))
                .containsKeys("label", "id", "page")
                .doesNotContainKey("secret");
    }

    @Test
    void omitsReadOnlyFieldsFromRequests() {
        Map<String, Object> request = fields(examples.request(toy.schema("Box")));

        assertThat(request).containsKeys("label", "things").doesNotContainKeys("secret", "id");
        assertThat(request).containsEntry("things", List.of(Map.of("name", "example"), Map.of("name", "example")));
    }

    @Test
    void putsTheOriginInFrontOfOwnUrls() {
        assertThat(fields(examples.answer(toy.schema("Box"))))
                .hasEntrySatisfying("page", page -> assertThat(page.toString()).startsWith(ORIGIN + "/"));
    }

    @Test
    void prefersDefaultsAndTheFirstAllowedValue() {
        Schema box = toy.schema("BoxChange");

        assertThat(fields(examples.request(box))).containsEntry("lid", true).containsEntry("weight", 2.0);
        assertThat(examples.parameter(toy.operation("boxes").query().getFirst()))
                .isEqualTo("red");
    }

    @Test
    void staysWithinBounds() {
        assertThat(examples.answer(Schema.wholeNumber(7, 7, 7))).isEqualTo(7L);
        assertThat((Long) examples.parameter(toy.operation("boxPicture").path().getFirst()))
                .isBetween(1L, 1001L);
        assertThat(examples.answer(toy.schema("Key")).toString()).matches(Pattern.compile("[0-9]{3,8}"));
    }

    @Test
    void saysWhenItKnowsNoText() {
        Contract odd = Toy.of("schemas: {Odd: {type: string, maxLength: 9, pattern: 'x-[0-9]-y'}}");

        assertThatThrownBy(() -> examples.answer(odd.schema("Odd"))).hasMessage("No example for Odd");
    }

    @SuppressWarnings("unchecked") // an object's example is a map by its names
    private static Map<String, Object> fields(Object value) {
        return (Map<String, Object>) value;
    }
}

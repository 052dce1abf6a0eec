package io.greenroom.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.toy.Toy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocTest {
    private static final Contract CONTRACT = Toy.contract(Path.of("src/test/resources/toy"));

    private static Doc of(String schema) {
        return new Doc(CONTRACT.schema(schema));
    }

    private static Doc reader() {
        return of("Reader");
    }

    @Test
    void refusesNamesThatItsSchemaDoesNotHave() {
        assertThatThrownBy(() -> reader().put("nmae", "Ada"))
                .isInstanceOf(ContractViolation.class)
                .hasMessage("Reader has no field nmae");
        assertThatThrownBy(() -> reader().get("nmae")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> reader().has("nmae")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> reader().remove("nmae")).isInstanceOf(ContractViolation.class);
        assertThat(reader().mayHold("nmae")).isFalse();
        assertThat(new Doc(Schema.anyObject()).put("nmae", "Ada").text("nmae")).isEqualTo("Ada");
    }

    @Test
    void returnsTypedValues() {
        Doc reader = reader().put("name", "Ada")
                .put("shelf", 7)
                .put("fee", 1.5)
                .put("newsletter", true)
                .put("joined", Instant.EPOCH)
                .put("languages", List.of("en", "fr"))
                .put("address", of("Address").put("city", "London"))
                .put("telephones", List.of(of("Telephone").put("number", "1")));
        assertThat(reader.number("shelf")).isEqualTo(7);
        assertThat(reader.text("shelf")).isEqualTo("7");
        assertThat(reader.flag("newsletter")).isTrue();
        assertThat(reader.instant("joined")).isEqualTo(Instant.EPOCH);
        assertThat(reader.text("joined")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(reader.texts("languages")).containsExactly("en", "fr");
        assertThat(reader.doc("address").text("city")).isEqualTo("London");
        assertThat(reader.docs("telephones").getFirst().text("number")).isEqualTo("1");
    }

    @Test
    void distinguishesAbsentFromNull() {
        Doc reader = reader().put("motto", Doc.NULL);
        assertThat(reader.has("motto")).isTrue();
        assertThat(reader.isNull("motto")).isTrue();
        assertThat(reader.has("ward")).isFalse();
        assertThat(reader.isNull("ward")).isFalse();
        assertThat(reader.optionalText("motto")).isEmpty();
        assertThat(reader.text("motto", "none")).isEqualTo("none");
        assertThat(reader.number("shelf", 3)).isEqualTo(3);
        assertThat(reader.flag("newsletter")).isFalse();
        assertThat(reader.docs("telephones")).isEmpty();
        assertThat(reader.optionalDoc("address")).isEmpty();
        assertThatThrownBy(() -> reader.text("motto"))
                .isInstanceOf(ContractViolation.class)
                .hasMessage("Reader has no value for motto");
    }

    @Test
    void setsAndRemovesPresentValues() {
        Doc reader = reader().put("ward", Optional.of("west"))
                .putIfAbsent("ward", "east")
                .putIfAbsent("motto", "Read");
        assertThat(reader.text("ward")).isEqualTo("west");
        assertThat(reader.text("motto")).isEqualTo("Read");
        assertThat(reader.put("ward", Optional.empty()).names()).containsExactly("motto");
        assertThat(reader.remove("motto").names()).isEmpty();
    }

    @Test
    void mergesTheFieldsOfARequest() {
        Doc kept = reader().put("name", "Ada")
                .put("motto", "Read")
                .put("address", of("Address").put("city", "London").put("street", "High St"))
                .put("languages", List.of("en", "fr"));
        Doc request = of("ReaderChange")
                .put("name", "Eva")
                .put("motto", Doc.NULL)
                .put("address", of("Address").put("city", Doc.NULL))
                .put("languages", List.of("de"))
                .put("password", "secret");
        kept.take(request);
        assertThat(kept.text("name")).isEqualTo("Eva");
        assertThat(kept.names()).doesNotContain("motto", "password");
        assertThat(kept.doc("address").names()).containsExactly("street");
        assertThat(kept.texts("languages")).containsExactly("de");
        assertThat(request.isNull("motto")).as("the request stays").isTrue();
    }

    @Test
    void mergesANewObject() {
        Doc kept = reader().take(of("ReaderChange").put("address", of("Address").put("city", "London")));
        assertThat(kept.doc("address").text("city")).isEqualTo("London");
        assertThat(kept.doc("address").schema()).isSameAs(CONTRACT.schema("Address"));
    }

    @Test
    void copiesMergedValues() {
        Doc before =
                reader().put("address", of("Address").put("city", "London")).freeze();
        Doc after = before.copy()
                .take(of("ReaderChange").put("address", of("Address").put("city", "Paris")));
        assertThat(before.doc("address").text("city")).isEqualTo("London");
        assertThat(after.doc("address").text("city")).isEqualTo("Paris");
    }

    @Test
    void isNotChangedOnceFrozen() {
        Doc reader = reader().put("address", of("Address"))
                .put("telephones", List.of(of("Telephone")))
                .freeze();
        assertThatThrownBy(() -> reader.put("name", "Ada")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> reader.remove("address")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> reader.take(of("ReaderChange"))).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> reader.doc("address").put("city", "x")).isInstanceOf(ContractViolation.class);
        assertThatThrownBy(() -> reader.docs("telephones").getFirst().put("number", "1"))
                .isInstanceOf(ContractViolation.class);
    }

    @Test
    void copiesDeepAndRemembersWhereItStands() {
        Doc stored = reader().put("address", of("Address").put("city", "London"))
                .put("telephones", List.of(of("Telephone").put("number", "1")))
                .stored(3, 17);
        Doc copy = stored.copy();
        copy.doc("address").put("city", "Paris");
        copy.docs("telephones").getFirst().put("number", "2");
        assertThat(stored.doc("address").text("city")).isEqualTo("London");
        assertThat(stored.docs("telephones").getFirst().text("number")).isEqualTo("1");
        assertThat(copy.version()).isEqualTo(3);
        assertThat(copy.position()).isEqualTo(17);
        assertThat(copy.freeze().copy().original()).isSameAs(stored).isSameAs(stored.original());
        assertThat(reader().copy().original()).as("one that was never stored").isNull();
    }

    @Test
    void becomesADocumentOfAnotherSchema() {
        Doc picture = reader().put("portrait_url", "/1").put("name", "Ada").as(CONTRACT.schema("Picture"));
        assertThat(picture.names()).containsExactly("portrait_url");
        assertThat(reader().put("name", "Ada")
                        .put("ward", "west")
                        .only("ward", "motto")
                        .names())
                .containsExactly("ward");
    }

    @Test
    void equalsADocumentOfTheSameFields() {
        assertThat(reader().put("name", "Ada")).isEqualTo(of("ReaderRecord").put("name", "Ada"));
        assertThat(reader().put("name", "Ada")).hasSameHashCodeAs(reader().put("name", "Ada"));
        assertThat(reader().put("name", "Ada"))
                .isNotEqualTo(reader().put("name", "Eva"))
                .isNotEqualTo("Ada");
    }

    @Test
    void holdsOnlyJsonValues() {
        for (Object value : Arrays.asList(new Object(), 'c', 1.5f)) {
            assertThatThrownBy(() -> reader().put("motto", value)).isInstanceOf(ContractViolation.class);
        }
    }
}

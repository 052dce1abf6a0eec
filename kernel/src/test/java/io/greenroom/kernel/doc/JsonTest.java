package io.greenroom.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.toy.Toy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final Contract CONTRACT = Toy.contract(Path.of("src/test/resources/toy"));
    private static final String ORIGIN = "http://library.example";

    private static Doc request(String json) throws Json.Malformed {
        return Json.readRequest(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Doc reader() {
        return new Doc(CONTRACT.schema("ReaderRecord"));
    }

    private static String cut(Doc doc, String schema) {
        return new String(Json.write(doc, CONTRACT.schema(schema), ORIGIN), StandardCharsets.UTF_8);
    }

    @Test
    void readsEveryKindOfValue() throws Json.Malformed {
        Doc read = request("{\"t\":\"x\",\"i\":-7,\"n\":1.5,\"b\":true,\"z\":null,\"o\":{\"a\":[1,\"2\",[]]}}");
        assertThat(read.get("t")).isEqualTo("x");
        assertThat(read.get("i")).isEqualTo(-7L);
        assertThat(read.get("n")).isEqualTo(1.5);
        assertThat(read.get("b")).isEqualTo(true);
        assertThat(read.isNull("z")).isTrue();
        assertThat(read.doc("o").get("a")).isEqualTo(List.of(1L, "2", List.of()));
        assertThatThrownBy(() -> read.put("t", "y")).isInstanceOf(ContractViolation.class);
    }

    @Test
    void limitsTheNumberOfValues() throws Json.Malformed {
        assertThat(request("{\"x\":[" + "0,".repeat(40_000) + "0]}").docs("y")).isEmpty();
        assertThatThrownBy(() -> request("{\"x\":[" + "0,".repeat(60_000) + "0]}"))
                .isInstanceOf(Json.Malformed.class)
                .hasMessage("it holds too many values");
    }

    @Test
    void readsWholeNumbersBeyondALongAsFractions() throws Json.Malformed {
        assertThat(request("{\"x\":9223372036854775807}").get("x")).isEqualTo(Long.MAX_VALUE);
        assertThat(request("{\"x\":9223372036854775808}").get("x")).isEqualTo(0x1p63);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"a\":}",
                "{\"a\":1}}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":1e400}"
            })
    void refusesNonObjectsAndUnsupportedValues(String json) {
        assertThatThrownBy(() -> request(json))
                .isInstanceOf(Json.Malformed.class)
                .hasNoCause();
    }

    @Test
    void readsAnyValueOfAForm() throws Json.Malformed {
        assertThat(Json.readValue("7")).isEqualTo(7L);
        assertThat(Json.readValue(" [1] ")).isEqualTo(List.of(1L));
        assertThat(Json.readValue("")).isEqualTo("");
        assertThat(Json.readValue("null")).isEqualTo(Doc.NULL);
        assertThatThrownBy(() -> Json.readValue("1 2")).isInstanceOf(Json.Malformed.class);
        assertThatThrownBy(() -> Json.readValue("\"\\udc00\"")).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void keepsADocumentAsItIs() {
        Doc reader = reader().put("id", "1")
                .put("fee", 1.5)
                .put("notes", "private \uD83D\uDE00")
                .put("languages", List.of("en"));
        Doc again = Json.read(reader.schema(), Json.write(reader));
        assertThat(again).isEqualTo(reader);
        assertThat(again.schema()).isSameAs(reader.schema());
    }

    @Test
    void readsStoredDocumentsWithTheSchemasOfTheirFields() {
        Doc again = Json.read(
                CONTRACT.schema("Reader"), "{\"address\":{\"city\":\"London\"},\"telephones\":[{\"number\":\"1\"}]}");
        assertThat(again.doc("address").schema()).isSameAs(CONTRACT.schema("Address"));
        assertThat(again.docs("telephones").getFirst().schema()).isSameAs(CONTRACT.schema("Telephone"));
    }

    @Test
    void cutsADocumentToASchema() {
        Doc reader = reader().put("name", "Ada")
                .put("id", "1")
                .put("notes", "private")
                .put("password_hash", "hash")
                .put("portrait_url", "/portraits/1.png");
        assertThat(cut(reader, "Reader"))
                .isEqualTo(
                        "{\"id\":\"1\",\"name\":\"Ada\",\"portrait_url\":\"http://library.example/portraits/1.png\"}");
        assertThat(cut(reader, "Found")).isEqualTo("{}");
    }

    @Test
    void putsNoOriginInFrontOfOtherAddresses() {
        assertThat(cut(reader().put("portrait_url", "https://elsewhere.example/1.png"), "Reader"))
                .isEqualTo("{\"portrait_url\":\"https://elsewhere.example/1.png\"}");
        assertThat(cut(reader().put("motto", "/path"), "Reader")).isEqualTo("{\"motto\":\"/path\"}");
    }

    @Test
    void writesForEachOriginAndSchemaApart() {
        Doc reader = reader().put("id", "1").put("portrait_url", "/1.png").freeze();
        Schema schema = CONTRACT.schema("Reader");
        assertThat(Json.write(reader, schema, "http://a")).isSameAs(Json.write(reader, schema, "http://a"));
        assertThat(new String(Json.write(reader, schema, "http://b"), StandardCharsets.UTF_8))
                .contains("http://b/1.png");
        assertThat(cut(reader, "Picture")).isEqualTo("{\"portrait_url\":\"http://library.example/1.png\"}");
    }

    @Test
    void keepsNothingOfADocumentThatCanChange() {
        Doc reader = reader().put("name", "Ada");
        assertThat(cut(reader, "Reader")).isEqualTo("{\"name\":\"Ada\"}");
        reader.put("name", "Eva");
        assertThat(cut(reader, "Reader")).isEqualTo("{\"name\":\"Eva\"}");
    }

    @Test
    void failsForAValueOfAnotherType() {
        Doc odd = new Doc(Schema.anyObject());
        for (Object value : List.of("x", 1.5, true, List.of(), new Doc(Schema.anyObject()))) {
            odd.put("shelf", value);
            assertThatThrownBy(() -> cut(odd, "Reader")).isInstanceOf(ContractViolation.class);
        }
        assertThat(cut(odd.put("shelf", 1).put("fee", 1), "Reader")).isEqualTo("{\"shelf\":1,\"fee\":1}");
    }
}

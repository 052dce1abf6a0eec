package io.greenroom.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {
    @Test
    void readsNamesAndValues() {
        QueryString fields = QueryString.parse(
                        "from=2021-01-01&to=2021-01-02+00%3A00%2B01&&type=a&type=b&alone&empty=&=nameless&x=1=2")
                .orElseThrow();
        assertThat(fields.first("from")).contains("2021-01-01");
        assertThat(fields.first("to")).contains("2021-01-02 00:00+01");
        assertThat(fields.first("type")).contains("a");
        assertThat(fields.all("type")).containsExactly("a", "b");
        assertThat(fields.first("alone")).contains("");
        assertThat(fields.first("empty")).contains("");
        assertThat(fields.first("")).contains("nameless");
        assertThat(fields.first("x")).contains("1=2");
        assertThat(fields.first("none")).isEmpty();
        assertThat(fields.all("none")).isEmpty();
        assertThat(fields.names()).containsExactly("from", "to", "type", "alone", "empty", "", "x");
    }

    @Test
    void readsAnEmptyQuery() {
        assertThat(QueryString.parse("").orElseThrow().names()).isEmpty();
        assertThat(QueryString.parse("&&").orElseThrow().names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "%zz=1", "a=%FF", "a=%C3%28", "a=%00", "a=\u0000"})
    void refusesInvalidUtf8(String query) {
        assertThat(QueryString.parse(query)).isEmpty();
    }

    @Test
    void refusesTooManyFields() {
        assertThat(QueryString.parse(query(QueryString.MOST))).isPresent();
        assertThat(QueryString.parse(query(QueryString.MOST + 1))).isEmpty();
    }

    private static String query(int fields) {
        return IntStream.range(0, fields).mapToObj(i -> "a=" + i).collect(Collectors.joining("&"));
    }

    @Test
    void changesItsParameters() {
        QueryString query = QueryString.parse("page_number=2&type=a&type=b").orElseThrow();
        QueryString changed =
                query.without("page_number").with("page_size", "300").with("type", "c");
        assertThat(changed.encoded()).isEqualTo("type=c&page_size=300");
        assertThat(query.encoded()).isEqualTo("page_number=2&type=a&type=b");
    }

    @Test
    void encodesParsedParameters() {
        QueryString query =
                QueryString.parse("a=b%26c%3D&%2B=+%20&Zo%C3%AB=%25&n").orElseThrow();
        assertThat(QueryString.parse(query.encoded())).contains(query);
    }

    @Test
    void takesAnyGarbage() {
        SplittableRandom random = new SplittableRandom(20210602);
        for (int i = 0; i < 20_000; i++) {
            String garbage = Garbage.text(random, "&=%%%+2Ff05aC3;?\u00ff\u0000");
            QueryString.parse(garbage).ifPresent(query -> query.names()
                    .forEach(name -> assertThat(query.all(name)).isNotEmpty()));
        }
    }
}

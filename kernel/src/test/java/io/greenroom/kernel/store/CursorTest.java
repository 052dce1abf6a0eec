package io.greenroom.kernel.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.doc.ContractViolation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void readsWrittenCursors() {
        for (Object value : List.of("", "a\nb", "17", "s1", 17L, -4L, 1.5, Double.MIN_VALUE, true, false)) {
            Cursor cursor = new Cursor(Optional.of(value), 12);
            assertThat(Cursor.parse(cursor.text())).contains(cursor);
        }
        assertThat(Cursor.parse(Cursor.at(9).text())).contains(Cursor.at(9));
        assertThat(Cursor.parse(Cursor.START.text())).contains(Cursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "x", "1x", "12nine", "12d", "-1", "99999999999999999999", "page_size=3"})
    void readsNothingElse(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void holdsValuesOfColumnsOnly() {
        assertThatThrownBy(() -> new Cursor(Optional.of(List.of()), 1).text()).isInstanceOf(ContractViolation.class);
    }
}

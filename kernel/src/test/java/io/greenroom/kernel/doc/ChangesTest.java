package io.greenroom.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Contract;
import io.greenroom.contract.read.ContractReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Contract CONTRACT = ContractReader.folder(Path.of("src/test/resources/store"));

    private static Doc box() {
        return new Doc(CONTRACT.schema("Box"));
    }

    @Test
    void reportsBothValuesOfADifference() {
        Doc before = box().put("id", "1").put("colour", "red").put("size", 1).put("tags", List.of("a"));
        Doc after = box().put("id", "1").put("colour", "blue").put("size", 1).put("tags", List.of("a", "b"));
        Changes changes = Changes.between(before, after);
        assertThat(changes.before()).isEqualTo(box().put("colour", "red").put("tags", List.of("a")));
        assertThat(changes.after()).isEqualTo(box().put("colour", "blue").put("tags", List.of("a", "b")));
        assertThat(changes.isNone()).isFalse();
    }

    @Test
    void reportsNullForAValueThatOneStateLacks() {
        Changes changes = Changes.between(box().put("size", 1), box().put("colour", "red"));
        assertThat(changes.before().isNull("colour")).isTrue();
        assertThat(changes.before().number("size")).isEqualTo(1);
        assertThat(changes.after().isNull("size")).isTrue();
        assertThat(changes.after().text("colour")).isEqualTo("red");
    }

    @Test
    void looksIntoObjects() {
        Doc before = box().put("id", "1");
        before.within("owner").put("name", "Ada");
        Doc after = before.copy();
        assertThat(Changes.between(before, after).isNone()).isTrue();
        after.within("owner").put("name", "Grace");
        Changes changes = Changes.between(before, after);
        assertThat(changes.after().names()).containsExactly("owner");
        assertThat(changes.before().doc("owner").text("name")).isEqualTo("Ada");
        assertThat(Changes.between(box(), after).before().doc("owner").isNull("name"))
                .isTrue();
    }
}

package io.greenroom.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.toy.Toy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a start refuses of bindings that do not keep the contract. */
class BindingsTest {
    private final Bindings bindings = new Bindings(Toy.contract(Path.of("src/test/resources/toy")));

    @Test
    void tellsAllThatIsBoundInAnotherShape() {
        bindings.file("getBook", call -> Answer.nothing(200));
        bindings.file("reserveBook", call -> Answer.nothing(204));
        bindings.done("borrowBook", call -> {});
        bindings.doc("reserveBook", Call::body);

        assertThatThrownBy(bindings::check)
                .hasMessageContaining("getBook is bound in another shape")
                .hasMessageContaining("reserveBook is bound in another shape")
                .hasMessageContaining("borrowBook is bound in another shape")
                .hasMessageContaining("reserveBook is bound twice")
                .hasMessageContaining("countBooks is not bound");
    }

    @Test
    void tellsWhatIsBoundAndNotPromised() {
        bindings.doc("burnBook", Call::body);

        assertThatThrownBy(bindings::check).hasMessageContaining("burnBook is bound but not in the contract");
    }
}

package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Toy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The features that an operation requires of an account, over HTTP. */
class GateTest {
    @Test
    void refusesAMissingFeatureWithItsMessage() {
        try (Toy toy = Toy.library().start()) {
            Branch branch = toy.branch("enterprise");
            String ada = branch.reader("ada").id();
            assertThat(branch.ask("DELETE", "/readers/" + ada).send().refusal())
                    .isEqualTo("400/200 Removing readers is not enabled.");
            assertThat(toy.lastTravelled().failures()).containsExactly("removal-off");
            branch.change(row -> row.put("features", List.of("removal")));
            assertThat(branch.ask("DELETE", "/readers/" + ada).send().status()).isEqualTo(204);
        }
    }
}

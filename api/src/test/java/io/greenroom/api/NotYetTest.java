package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Operations without a handler answer 501, and their groups are in the list of waiting groups. */
@GreenroomTest
class NotYetTest {

    @Test
    void answersThatItIsNotBuilt(Scene scene) {
        scene.contract().operations().values().stream()
                .filter(operation -> !scene.isBuilt(operation))
                .forEach(operation -> ask(scene, operation).refused("not-built"));
    }

    @Test
    void listsOnlyGroupsThatLackAnOperation(Scene scene) {
        assertThat(scene.contract().operations().values().stream()
                        .filter(operation -> !scene.isBuilt(operation))
                        .map(Operation::group)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(AllGroups.WAITING);
    }

    /** A request to the operation by an app of a kind that may call it. */
    static Ask ask(Scene scene, Operation operation) {
        if (operation.callers().contains(CallerKind.SERVER)) {
            return scene.ask(operation.id(), values(operation));
        }
        return operation.callers().contains(CallerKind.CHATBOT)
                ? scene.askAsChatbot(operation.id(), values(operation))
                : scene.askAs(scene.owner(), String.join(" ", operation.scopes()), operation.id(), values(operation));
    }

    private static Object[] values(Operation operation) {
        return operation.path().stream().map(NotYetTest::value).toArray();
    }

    private static String value(Property property) {
        return property.schema().hasFormat("user") || property.schema().hasFormat("account") ? "me" : "1";
    }
}

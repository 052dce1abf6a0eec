package io.greenroom.api;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

/** What is promised and not built says so, whatever is asked. */
@GreenroomTest
class NotYetTest {

    @Test
    void answersThatItIsNotBuilt(Scene scene) {
        scene.contract().operations().values().stream()
                .filter(operation -> AllGroups.WAITING.contains(operation.group()))
                .forEach(operation -> ask(scene, operation).refused("not-built"));
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

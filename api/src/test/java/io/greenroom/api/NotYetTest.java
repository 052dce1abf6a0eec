package io.greenroom.api;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
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
                .forEach(operation -> scene.ask(operation.id(), values(operation)).refused("not-built"));
    }

    private static Object[] values(Operation operation) {
        return operation.path().stream().map(NotYetTest::value).toArray();
    }

    private static String value(Property property) {
        return property.schema().hasFormat("user") || property.schema().hasFormat("account") ? "me" : "1";
    }
}

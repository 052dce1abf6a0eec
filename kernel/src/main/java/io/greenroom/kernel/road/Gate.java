package io.greenroom.kernel.road;

import io.greenroom.contract.Operation;
import io.greenroom.kernel.Refusal;

/** Step 8, gate: does the account have the feature that the operation needs. */
final class Gate implements Step {
    @Override
    public void take(Exchange exchange) {
        Operation operation = exchange.promise().operation();
        operation.needs().ifPresent(need -> {
            if (!exchange.account().texts("features").contains(need.feature().name())) {
                throw new Refusal(need.failure(), exchange.path);
            }
        });
    }
}

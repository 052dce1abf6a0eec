package io.greenroom.kernel.road;

import io.greenroom.contract.Operation;
import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.doc.Refusal;
import java.util.HashMap;
import java.util.Map;

/** Step 12, gate: checks that the account has the feature that the operation needs. */
final class Gate implements Step {
    @Override
    public void take(Exchange exchange) {
        Operation operation = exchange.endpoint().operation();
        operation.needs().ifPresent(need -> {
            if (!AccountFeatures.has(exchange.account(), need.feature().name())) {
                Map<String, String> values = new HashMap<>(exchange.path);
                values.putIfAbsent("accountId", exchange.account().id());
                throw new Refusal(need.failure(), values);
            }
        });
    }
}

package io.greenroom.kernel.road;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Doc;

/** Step 6, read. */
final class ReadBody implements Step {
    ReadBody(RoadSettings settings) {}

    @Override
    public void take(Exchange exchange) {
        exchange.sent = new Doc(Schema.anyObject());
    }
}

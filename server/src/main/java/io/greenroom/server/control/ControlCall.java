package io.greenroom.server.control;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.road.Exchange;

/**
 * What a request asks of the control API, read and validated. It runs in no unit; whoever answers it opens the ones
 * needed.
 */
final class ControlCall {
    private final Exchange exchange;
    private final Contract contract;

    ControlCall(Exchange exchange, Contract contract) {
        this.exchange = exchange;
        this.contract = contract;
    }

    /** The account that the path names. */
    String account() {
        return path("accountId");
    }

    String path(String name) {
        return exchange.path().getOrDefault(name, "");
    }

    Doc query() {
        return exchange.query();
    }

    Doc body() {
        return exchange.body();
    }

    Doc blank(String schema) {
        return new Doc(contract.schema(schema));
    }

    Refusal refuse(String failure, String... pairs) {
        return exchange.refuse(failure, pairs);
    }
}

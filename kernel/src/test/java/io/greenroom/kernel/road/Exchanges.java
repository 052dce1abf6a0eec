package io.greenroom.kernel.road;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Doc;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Exchanges as the road's first steps leave them, for tests of single steps. */
public final class Exchanges {
    private Exchanges() {}

    /** A request of an account, routed and authenticated. */
    public static Exchange of(Contract contract, Operation operation, Doc account) {
        Exchange exchange = new Exchange(Requests.get("/"), contract, "test", "http://localhost", Instant.EPOCH, 0);
        exchange.endpoint = Endpoint.of(operation, Optional.empty(), "");
        exchange.caller = new Caller(account.id(), "owner", "app", CallerKind.JWT, Set.of());
        exchange.account = account;
        return exchange;
    }

    /** The same, validated too. */
    public static Exchange of(Contract contract, Operation operation, Doc account, Map<String, String> path, Doc body) {
        Exchange exchange = of(contract, operation, account);
        exchange.path.putAll(path);
        exchange.body = body;
        return exchange;
    }

    /** The headers that the answer would carry. */
    public static Map<String, String> headers(Exchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.headers.forEach((name, header) -> headers.put(name, header.value()));
        return headers;
    }
}

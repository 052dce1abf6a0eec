package io.greenroom.kernel.road;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.Caller;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.http.Request;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Exchanges as the road's first steps leave them, for tests of single steps. */
public final class Exchanges {
    private static final Request REQUEST = new Unread();

    private Exchanges() {}

    /** A request of an account, routed and authenticated. */
    public static Exchange of(Contract contract, Operation operation, Doc account) {
        Exchange exchange = new Exchange(REQUEST, contract, "test", "http://localhost", 0);
        exchange.promise = Promise.of(operation, Optional.empty());
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

    private record Unread() implements Request {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String rawPath() {
            return "/";
        }

        @Override
        public String rawQuery() {
            return "";
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> headers(String name) {
            return List.of();
        }

        @Override
        public InputStream body() {
            return InputStream.nullInputStream();
        }

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }

        @Override
        public boolean fromLoopback() {
            return true;
        }
    }
}

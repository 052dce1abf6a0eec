package io.greenroom.kernel.http;

import java.util.Optional;

/** A query's parameters. Immutable. */
public final class QueryString {
    public static Optional<QueryString> parse(String raw) {
        return Optional.of(new QueryString());
    }

    public Optional<String> first(String name) {
        return Optional.empty();
    }

    public QueryString with(String name, String value) {
        return this;
    }

    public QueryString without(String name) {
        return this;
    }

    public String encoded() {
        return "";
    }
}

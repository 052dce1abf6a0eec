package io.greenroom.kernel.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request that has come over a connection. */
final class ReceivedRequest implements Request {
    /** The names that are asked for with every request, so that they are not sought in Helidon's tables each time. */
    private static final Map<String, HeaderName> KNOWN = Stream.of(
                    "Accept", "Authorization", "Content-Type", "Cookie", "Host", "Origin", "User-Agent")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), HeaderNames::create));

    private final RequestHead head;
    private final Body body;
    private final Peer peer;

    ReceivedRequest(RequestHead head, Body body, Peer peer) {
        this.head = head;
        this.body = body;
        this.peer = peer;
    }

    @Override
    public String method() {
        return head.isHead() ? "GET" : head.method();
    }

    @Override
    public String rawPath() {
        return head.rawPath();
    }

    @Override
    public String rawQuery() {
        return head.rawQuery();
    }

    @Override
    public Optional<String> header(String name) {
        HeaderName key = key(name);
        return head.headers().contains(key)
                ? Optional.of(head.headers().get(key).get())
                : Optional.empty();
    }

    @Override
    public List<String> headers(String name) {
        return head.headers().all(key(name), List::of);
    }

    private static HeaderName key(String name) {
        HeaderName known = KNOWN.get(name);
        return known == null ? HeaderNames.create(name) : known;
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public String remoteAddress() {
        return peer.address();
    }

    @Override
    public boolean fromLoopback() {
        return peer.loopback();
    }
}

package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.Request;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A request of Helidon's. */
final class HelidonRequest implements Request {
    /** Helidon's names by ours, of which there are few: it would look each up in its own way for each request. */
    private static final Map<String, HeaderName> NAMES = new ConcurrentHashMap<>();

    private final ServerRequest request;
    private final ArrivingBody body;
    private final String rawPath;
    private final MemoryBudget.Lease lease;

    private HelidonRequest(ServerRequest request, ArrivingBody body, String rawPath, MemoryBudget.Lease lease) {
        this.request = request;
        this.body = body;
        this.rawPath = rawPath;
        this.lease = lease;
    }

    /** A request; its path is empty when there is none in its target. */
    static HelidonRequest of(ServerRequest request, ArrivingBody body, MemoryBudget.Lease lease) {
        return new HelidonRequest(
                request, body, path(request.prologue().uriPath().rawPath()), lease);
    }

    /**
     * The path of a request's target: all of it, or what follows the authority where a client speaks as if to a proxy.
     * Empty when there is no path in it.
     */
    static String path(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        boolean absolute =
                target.regionMatches(true, 0, "http://", 0, 7) || target.regionMatches(true, 0, "https://", 0, 8);
        if (!absolute) {
            return "";
        }
        int slash = target.indexOf('/', target.indexOf("://") + 3);
        return slash < 0 ? "/" : target.substring(slash);
    }

    static boolean isHead(ServerRequest request) {
        return request.prologue().method().text().equals("HEAD");
    }

    @Override
    public String method() {
        return isHead(request) ? "GET" : request.prologue().method().text();
    }

    @Override
    public String rawPath() {
        return rawPath;
    }

    @Override
    public String rawQuery() {
        return request.prologue().query().rawValue();
    }

    @Override
    public String host() {
        return request.headers().get(HeaderNames.HOST).get();
    }

    @Override
    public Optional<String> header(String name) {
        return request.headers().first(name(name));
    }

    @Override
    public List<String> headers(String name) {
        return request.headers().all(name(name), List::of);
    }

    private static HeaderName name(String name) {
        HeaderName known = NAMES.get(name);
        return known != null ? known : NAMES.computeIfAbsent(name, HeaderNames::create);
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public boolean hold(long bytes) {
        return lease.take(bytes);
    }

    @Override
    public String remoteAddress() {
        InetAddress peer = peer();
        return peer == null ? request.remotePeer().host() : peer.getHostAddress();
    }

    @Override
    public boolean fromLoopback() {
        InetAddress peer = peer();
        return peer != null && peer.isLoopbackAddress();
    }

    private @Nullable InetAddress peer() {
        return request.remotePeer().address() instanceof InetSocketAddress peer ? peer.getAddress() : null;
    }
}

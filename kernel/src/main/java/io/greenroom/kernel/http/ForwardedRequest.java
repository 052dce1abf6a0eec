package io.greenroom.kernel.http;

import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** A request that a trusted proxy has passed on; it comes from the proxy's client. */
record ForwardedRequest(Request request, InetAddress client) implements Request {
    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String rawPath() {
        return request.rawPath();
    }

    @Override
    public String rawQuery() {
        return request.rawQuery();
    }

    @Override
    public String host() {
        return request.host();
    }

    @Override
    public Optional<String> header(String name) {
        return request.header(name);
    }

    @Override
    public List<String> headers(String name) {
        return request.headers(name);
    }

    @Override
    public InputStream body() {
        return request.body();
    }

    @Override
    public boolean hold(long bytes) {
        return request.hold(bytes);
    }

    @Override
    public void identified() {
        request.identified();
    }

    @Override
    public String remoteAddress() {
        return client.getHostAddress();
    }

    /** Never: a request through a proxy may come from anywhere. */
    @Override
    public boolean fromLoopback() {
        return false;
    }
}

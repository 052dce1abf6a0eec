package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.Request;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** A request as a connection brought it. */
final class ArrivedRequest implements Request {
    private final RequestHead head;
    private final ArrivingBody body;
    private final Connection connection;
    private final String rawPath;
    private final String rawQuery;

    ArrivedRequest(RequestHead head, ArrivingBody body, Connection connection) {
        this.head = head;
        this.body = body;
        this.connection = connection;
        String target = withoutFragment(head.target());
        int question = target.indexOf('?');
        this.rawPath = path(question < 0 ? target : target.substring(0, question));
        this.rawQuery = question < 0 ? "" : target.substring(question + 1);
    }

    private static String withoutFragment(String target) {
        int hash = target.indexOf('#');
        return hash < 0 ? target : target.substring(0, hash);
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

    @Override
    public String method() {
        return head.isHead() ? "GET" : head.method();
    }

    @Override
    public String rawPath() {
        return rawPath;
    }

    @Override
    public String rawQuery() {
        return rawQuery;
    }

    /** A client of HTTP/1.0 may leave the host out, and means the address that it is connected to. */
    @Override
    public String host() {
        return head.first("Host").orElseGet(() -> {
            Socket socket = connection.socket();
            String address = socket.getLocalAddress().getHostAddress();
            return (address.contains(":") ? "[" + address + "]" : address) + ":" + socket.getLocalPort();
        });
    }

    @Override
    public Optional<String> header(String name) {
        return head.first(name);
    }

    @Override
    public List<String> headers(String name) {
        return head.all(name);
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public boolean hold(long bytes) {
        return connection.take(bytes);
    }

    @Override
    public void identified() {
        connection.lease().useAll();
    }

    @Override
    public String remoteAddress() {
        return peer().getHostAddress();
    }

    @Override
    public boolean fromLoopback() {
        return peer().isLoopbackAddress();
    }

    private InetAddress peer() {
        return connection.socket().getInetAddress();
    }
}

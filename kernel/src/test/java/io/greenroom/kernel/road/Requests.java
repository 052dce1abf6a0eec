package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Request;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request for tests of single steps, without a connection. */
public final class Requests implements Request {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private final byte[] body;

    private Requests(String method, String path, byte[] body) {
        this.method = method;
        this.path = path;
        this.body = body;
    }

    public static Requests get(String path) {
        return new Requests("GET", path, new byte[0]);
    }

    /** A request with a body, for which no memory is left. */
    static Requests post(String path, byte[] body) {
        return new Requests("POST", path, body);
    }

    Requests header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String rawPath() {
        int question = path.indexOf('?');
        return question < 0 ? path : path.substring(0, question);
    }

    @Override
    public String rawQuery() {
        int question = path.indexOf('?');
        return question < 0 ? "" : path.substring(question + 1);
    }

    @Override
    public String host() {
        return "localhost";
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<String> headers(String name) {
        return header(name).stream().toList();
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public boolean hold(long bytes) {
        return false;
    }

    @Override
    public void identified() {}

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }

    @Override
    public boolean fromLoopback() {
        return true;
    }
}

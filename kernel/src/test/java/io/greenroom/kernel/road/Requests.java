package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Request;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request that nobody has sent, for tests of single steps. */
final class Requests implements Request {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Requests(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Requests get(String path) {
        return new Requests("GET", path);
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
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<String> headers(String name) {
        return header(name).stream().toList();
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

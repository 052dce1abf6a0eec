package io.greenroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Failure;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A builder of one request to an operation, which also sends it. It expects no events unless {@link #announcing} says
 * otherwise.
 */
public final class Ask {
    private final Scene scene;
    private final String name;
    private final String method;
    private final int usualStatus;
    private final List<String> parameters = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();
    private final MultipartBody form = new MultipartBody();
    private final String place;
    private String path;
    private String token;
    private @Nullable String json;
    private String contentType = "application/json";
    private boolean anyEvents;

    private Ask(Scene scene, String name, String method, String place, String path, int usualStatus, String token) {
        this.scene = scene;
        this.name = name;
        this.method = method;
        this.place = place;
        this.path = path;
        this.usualStatus = usualStatus;
        this.token = token;
    }

    /** A request to an operation; the values fill its path's parameters in order. */
    static Ask operation(Scene scene, Operation operation, String token, Object... pathValues) {
        return at("v2", scene, operation, token, pathValues);
    }

    /** A request to an operation of the control API, whose first parameter is the scene's account. */
    static Ask control(Scene scene, Operation operation, Object... pathValues) {
        Object[] values = Stream.concat(Stream.of(scene.account()), Arrays.stream(pathValues))
                .toArray();
        return at(RunningServer.CONTROL, scene, operation, "", values);
    }

    private static Ask at(String place, Scene scene, Operation operation, String token, Object... pathValues) {
        String path = operation.route().path();
        for (Object value : pathValues) {
            path = path.replaceFirst("\\{[^}]+}", Matcher.quoteReplacement(encoded(value.toString())));
        }
        assertThat(path).as("path values of " + operation.id()).doesNotContain("{");
        return new Ask(scene, operation.id(), operation.route().method(), place, path, operation.status(), token);
    }

    /** A request to any path below {@code /v2}, sent as it is. */
    static Ask anything(Scene scene, String method, String path, String token) {
        return new Ask(scene, method, method, "v2", path, 200, token);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Replaces the token; an empty one sends none. */
    public Ask token(String other) {
        token = other;
        return this;
    }

    /** Runs the operation in a sub account: puts {@code /accounts/{accountId}} in front of the path. */
    public Ask in(String account) {
        path = "/accounts/" + encoded(account) + path;
        return this;
    }

    public Ask query(String name, Object value) {
        parameters.add(encoded(name) + "=" + encoded(value.toString()));
        return this;
    }

    /** Adds a header. */
    public Ask header(String header, String value) {
        headers.addAll(List.of(header, value));
        return this;
    }

    public Ask body(String text) {
        json = text;
        return this;
    }

    /** Sends a text of the type {@code application/yaml}. */
    public Ask yaml(String text) {
        contentType = "application/yaml";
        return body(text);
    }

    public Ask body(Doc document) {
        return body(Json.write(document));
    }

    /** Adds a text part of a multipart form. */
    public Ask part(String name, String value) {
        form.text(name, value);
        return this;
    }

    /** Adds a file to a multipart form. */
    public Ask file(String name, String fileName, String contentType, byte[] content) {
        form.file(name, fileName, contentType, content);
        return this;
    }

    /** Expects these events, in this order, and no others. */
    public Ask announcing(String... events) {
        announced.addAll(List.of(events));
        return this;
    }

    /** Expects any events, for requests that announce many in an order that other tests check. */
    public Ask announcingAny() {
        anyEvents = true;
        return this;
    }

    /** Sends the request, and expects a status. */
    public Reply expect(int status) {
        Reply reply = send();
        assertThat(reply.status())
                .as(name + " " + path + " answered " + reply.text())
                .isEqualTo(status);
        return reply;
    }

    /** Sends the request, and expects nothing. */
    public Reply tried() {
        return send();
    }

    /** Sends the request, and expects the operation's usual success. */
    public Reply served() {
        return expect(usualStatus);
    }

    /**
     * Sends the request, and expects a failure of the contract: status, code, message and extra fields. Placeholders
     * that the pairs do not fill match any text.
     */
    public Reply refused(String failure, String... pairs) {
        Failure declared = scene.contract().controlApi().failure(failure);
        Reply reply = expect(declared.status());
        assertThat(reply.json().number("code")).as(reply.text()).isEqualTo(declared.code());
        assertThat(reply.json().text("message")).matches(Wording.pattern(declared, pairs));
        declared.extra()
                .forEach((field, value) -> assertThat(reply.json().get(field)).isEqualTo(value));
        return reply;
    }

    private Reply send() {
        long before = scene.lastEvent();
        Reply reply = new Reply(exchange(), List.of());
        List<Reply.Heard> heard = scene.eventsSince(before);
        if (anyEvents) {
            return new Reply(reply.response(), heard);
        }
        assertThat(heard.stream().map(Reply.Heard::name))
                .as("events of " + name + ", which answered " + reply.status() + " " + reply.text()
                        + "; expected ones are named by announcing(...)")
                .containsExactlyElementsOf(announced);
        return new Reply(reply.response(), heard);
    }

    private HttpResponse<byte[]> exchange() {
        HttpRequest.Builder request = HttpRequest.newBuilder(target()).method(method, publisher());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (form.isEmpty()) {
            request.header("Content-Type", contentType);
        } else {
            request.header("Content-Type", form.contentType());
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return scene.http().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(name + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private URI target() {
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return URI.create(scene.origin() + "/" + place + path + query);
    }

    private BodyPublisher publisher() {
        if (!form.isEmpty()) {
            return BodyPublishers.ofByteArray(form.bytes());
        }
        return json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
    }
}

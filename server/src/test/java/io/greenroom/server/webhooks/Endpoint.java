package io.greenroom.server.webhooks;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.webhooks.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A receiver of events: it answers validations and stores what arrives. */
public final class Endpoint implements AutoCloseable {
    public static final String SECRET = "a-secret-that-both-sides-know";

    private static final int OK = 200;
    private static final int SILENT = 0;

    private final HttpServer server;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<Received> received = new ArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile String secret = SECRET;

    /** A request. */
    public record Received(Headers headers, String body) {
        public Doc json() {
            return Json.read(Schema.anyObject(), body);
        }

        public String event() {
            return json().text("event");
        }

        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }

        public boolean signed() {
            return Signature.matches(
                    header("x-zm-signature"),
                    SECRET,
                    header("x-zm-request-timestamp"),
                    body.getBytes(StandardCharsets.UTF_8));
        }
    }

    public Endpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Answers the next events with these statuses; 0 answers nothing. */
    Endpoint answering(Integer... statuses) {
        answers.addAll(List.of(statuses));
        return this;
    }

    /** Answers validations with another secret. */
    Endpoint knowing(String other) {
        secret = other;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (body.startsWith("{\"event\":\"endpoint.url_validation\"")) {
            String token = Json.read(Schema.anyObject(), body).doc("payload").text("plainToken");
            reply(
                    exchange,
                    OK,
                    "{\"plainToken\":\"" + token + "\",\"encryptedToken\":\"" + Signature.encrypted(secret, token)
                            + "\"}");
        } else {
            Integer status = answers.poll();
            add(new Received(exchange.getRequestHeaders(), body));
            if (status == null || status != SILENT) {
                reply(exchange, status == null ? OK : status, "");
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void add(Received request) {
        lock.lock();
        try {
            received.add(request);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What has arrived, once it is that much, or after ten seconds. */
    public List<Received> await(int count) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(10);
            while (received.size() < count && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return List.copyOf(received);
        } finally {
            lock.unlock();
        }
    }

    List<String> events(int count) throws InterruptedException {
        return await(count).stream().map(Received::event).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

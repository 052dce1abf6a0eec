package io.greenroom.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Well-behaved clients from an address of their own: each requests a token, a user, a list, the API reference and a
 * probe in turn, every request on a connection of its own, twenty in a second at most.
 */
final class GoodClients {
    private static final String ADDRESS = "127.0.0.100";
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final int port;
    private final List<String> requests;
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    /** One request: how it was answered, 0 if it was not, and how long that took. */
    record Outcome(String request, int status, long nanos) {
        boolean failed() {
            return status != 200;
        }
    }

    GoodClients(int port, String token, String account, String credentials) {
        this.port = port;
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=account_credentials&account_id=" + account;
        this.requests = List.of(
                "GET /v2/users/me HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n",
                "GET /v2/users?page_size=300 HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n",
                "POST /oauth/token HTTP/1.1\r\nAuthorization: Basic " + basic
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n#" + form,
                "GET /docs/openapi.json HTTP/1.1\r\n",
                "GET /readyz HTTP/1.1\r\n");
    }

    /** Sends requests for that long. */
    void run(long nanos) {
        long until = System.nanoTime() + nanos;
        for (int i = 0; System.nanoTime() < until; i++) {
            outcomes.add(send(requests.get(i % requests.size())));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** One round of all requests. */
    List<Outcome> round() {
        return requests.stream().map(this::send).toList();
    }

    private Outcome send(String request) {
        int body = request.indexOf('#');
        String head = body < 0 ? request : request.substring(0, body);
        String text =
                head + "Host: 127.0.0.1\r\nConnection: close\r\n\r\n" + (body < 0 ? "" : request.substring(body + 1));
        String name = request.substring(0, request.indexOf(" HTTP"));
        long began = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.bind(new InetSocketAddress(ADDRESS, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] first = in.readNBytes(12);
            in.transferTo(OutputStream.nullOutputStream());
            int status = first.length < 12 ? 0 : Integer.parseInt(new String(first, 9, 3, StandardCharsets.US_ASCII));
            return new Outcome(name, status, System.nanoTime() - began);
        } catch (IOException e) {
            return new Outcome(name, 0, System.nanoTime() - began);
        }
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** The time that a hundredth of the requests exceeds, or another part of them, in milliseconds. */
    double millis(double part) {
        long[] sorted = outcomes.stream().mapToLong(Outcome::nanos).sorted().toArray();
        int at = (int) Math.min(sorted.length - 1L, Math.round(sorted.length * part));
        return sorted.length == 0 ? 0 : Arrays.copyOf(sorted, at + 1)[at] / 1e6;
    }
}

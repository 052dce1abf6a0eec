package io.greenroom.server;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A request to a local server with arbitrary headers, and its answer. */
public final class Talk {
    private final int port;
    private final List<String> headers = new ArrayList<>();
    private String body = "";

    private Talk(int port) {
        this.port = port;
    }

    /** What was answered. */
    public record Answer(int status, String head, String body) {
        public Doc json() {
            return Json.read(Schema.anyObject(), body);
        }
    }

    public static Talk to(Greenroom server) {
        return to(server.port());
    }

    public static Talk to(int port) {
        return new Talk(port);
    }

    /** Adds a header; a {@code Host} takes the place of the usual one. */
    public Talk header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    public Talk bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Talk json(String text) {
        body = text;
        return header("Content-Type", "application/json");
    }

    public Answer get(String path) {
        return send("GET", path);
    }

    public Answer post(String path) {
        return send("POST", path);
    }

    public Answer send(String method, String path) {
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            header("Host", "127.0.0.1:" + port);
        }
        String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                + "\r\nConnection: close\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            String head = answer.substring(0, end);
            String sent = answer.substring(end + 4);
            String text = head.contains("Transfer-Encoding: chunked") ? chunks(sent) : sent;
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)),
                    head,
                    new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of chunks. */
    private static String chunks(String sent) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (true) {
            int line = sent.indexOf("\r\n", at);
            int length = Integer.parseInt(sent.substring(at, line), 16);
            if (length == 0) {
                return text.toString();
            }
            text.append(sent, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
    }

    /** A token of a server-to-server app for its account. */
    public static String token(Greenroom server, String account, String clientId, String clientSecret) {
        return token(server.port(), account, clientId, clientSecret);
    }

    static String token(int port, String account, String clientId, String clientSecret) {
        String basic =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        return to(port).header("Authorization", "Basic " + basic)
                .post("/oauth/token?grant_type=account_credentials&account_id=" + account)
                .json()
                .text("access_token");
    }
}

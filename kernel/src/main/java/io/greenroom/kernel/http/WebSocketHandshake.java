package io.greenroom.kernel.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The HTTP request that opens a WebSocket (RFC 6455 section 4.2). */
final class WebSocketHandshake {
    private static final String KEY = "Sec-WebSocket-Key";
    private static final String VERSION = "Sec-WebSocket-Version";
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** 16 bytes in Base64. */
    private static final Pattern VALID_KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

    private WebSocketHandshake() {}

    /** The answer to a request that cannot be upgraded; empty if it can be. */
    static Optional<Answer> refusal(Request request, WebSocketEndpoint endpoint) {
        if (!request.method().equals("GET")) {
            return Optional.of(refused(405, "Only GET opens a WebSocket.").header("Allow", "GET"));
        }
        if (!hasToken(request, "Upgrade", "websocket") || !hasToken(request, "Connection", "upgrade")) {
            return Optional.of(upgradeRequired("This path only serves WebSockets."));
        }
        if (!request.headers(VERSION).equals(List.of("13"))) {
            return Optional.of(upgradeRequired("Only version 13 of the WebSocket protocol is served."));
        }
        List<String> keys = request.headers(KEY);
        if (keys.size() != 1 || !VALID_KEY.matcher(keys.getFirst()).matches()) {
            return Optional.of(refused(400, "The request has no valid Sec-WebSocket-Key."));
        }
        boolean strange =
                request.headers("Origin").stream().anyMatch(origin -> !endpoint.allowsOrigin(request, origin));
        return strange ? Optional.of(refused(403, "Pages of this origin are not allowed.")) : Optional.empty();
    }

    private static boolean hasToken(Request request, String header, String token) {
        return request.headers(header).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .anyMatch(part -> part.strip().equalsIgnoreCase(token));
    }

    private static Answer upgradeRequired(String message) {
        return refused(426, message)
                .header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header(VERSION, "13");
    }

    private static Answer refused(int status, String message) {
        String json = "{\"code\":" + status + ",\"message\":\"" + message + "\"}";
        return Answer.json(status, json.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of {@code Sec-WebSocket-Accept} for the request's key. */
    static String accept(Request request) {
        String key = request.headers(KEY).getFirst();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

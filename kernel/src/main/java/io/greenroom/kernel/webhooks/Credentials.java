package io.greenroom.kernel.webhooks;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.outbound.Line;
import io.greenroom.kernel.outbound.Outbound;
import io.greenroom.kernel.outbound.Outcome;
import io.greenroom.kernel.outbound.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The headers by which an endpoint recognises this server. Threads may share it. */
final class Credentials {
    private static final String AUTHORIZATION = "authorization";

    /** The vendor accepts no tokens that live shorter. */
    private static final long SHORTEST_LIFE_SECONDS = 3599;

    private static final Duration EARLIER = Duration.ofMinutes(1);
    private static final int MOST_TOKENS = 10_000;

    private final Outbound outbound;
    private final Clock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** A token that a token URL has issued for a subscription's credentials. */
    private record Token(Doc credentials, String value, Instant until) {}

    Credentials(Outbound outbound, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    /** The headers for a request; empty if no token could be fetched. */
    Optional<Map<String, String>> headers(Subscription to) {
        Doc own = to.row().optionalDoc("credentials").orElseGet(() -> new Doc(Schema.anyObject()));
        return switch (own.text("kind", "none")) {
            case "basic" -> Optional.of(Map.of(AUTHORIZATION, basic(own.text("user"), own.text("password"))));
            case "header" ->
                Optional.of(Map.of(
                        AUTHORIZATION, to.row().text("verification_token"), own.text("header"), own.text("value")));
            case "oauth" -> token(to, own).map(token -> Map.of(AUTHORIZATION, "Bearer " + token));
            default -> Optional.of(Map.of(AUTHORIZATION, to.row().text("verification_token")));
        };
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> token(Subscription to, Doc own) {
        Token known = tokens.get(to.id());
        if (known != null && known.credentials().equals(own) && known.until().isAfter(clock.now())) {
            return Optional.of(known.value());
        }
        if (tokens.size() > MOST_TOKENS) {
            tokens.clear();
        }
        Optional<Token> fetched = Target.parse(own.text("token_url")).flatMap(target -> fetch(target, own));
        fetched.ifPresent(token -> tokens.put(to.id(), token));
        return fetched.map(Token::value);
    }

    private Optional<Token> fetch(Target target, Doc own) {
        Map<String, String> headers = Map.of(
                AUTHORIZATION,
                basic(encoded(own.text("client_id")), encoded(own.text("client_secret"))),
                "content-type",
                "application/x-www-form-urlencoded",
                "accept",
                "application/json",
                "connection",
                "close");
        byte[] form = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);
        try (Line line = new Line()) {
            return outbound.post(line, new Outbound.Message(target, headers, form), true)
                                    instanceof Outcome.Answered answer
                            && answer.status() == 200
                    ? read(answer.body(), own)
                    : Optional.empty();
        }
    }

    private Optional<Token> read(byte[] body, Doc own) {
        try {
            Doc answer = Json.readRequest(body);
            boolean usable = answer.get("access_token") instanceof String token
                    && token.matches("[\\x21-\\x7e]{1,4096}")
                    && answer.get("expires_in") instanceof Long seconds
                    && seconds >= SHORTEST_LIFE_SECONDS
                    && seconds < Integer.MAX_VALUE;
            return usable
                    ? Optional.of(new Token(
                            own,
                            answer.text("access_token"),
                            clock.now().plusSeconds(answer.number("expires_in")).minus(EARLIER)))
                    : Optional.empty();
        } catch (Json.Malformed e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

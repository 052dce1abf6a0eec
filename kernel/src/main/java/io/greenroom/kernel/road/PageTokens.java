package io.greenroom.kernel.road;

import io.greenroom.kernel.Signer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The tokens that lead to next pages. One carries all that it takes to go on: whose list, which operation and path, the
 * query, and the place reached (behaviour.md 4.1). It is signed, and good for 15 minutes.
 */
final class PageTokens {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String PURPOSE = "page";

    private final Signer signer;

    PageTokens(Signer signer) {
        this.signer = signer;
    }

    /**
     * What a token carries.
     *
     * @param after the position of the last document before the next page
     * @param query the query of the first page, encoded
     */
    record Place(long after, String query) {}

    String seal(Exchange exchange, Instant now, long after, String query) {
        long expires = now.plus(LIFE).toEpochMilli();
        return signer.seal(PURPOSE + list(exchange), expires + "\n" + after + "\n" + query);
    }

    /** What the token says, empty when it is not for this list or too old. */
    Optional<Place> open(Exchange exchange, Instant now, String token) {
        return signer.open(PURPOSE + list(exchange), token)
                .map(text -> text.split("\n", 3))
                .filter(parts -> Long.parseLong(parts[0]) >= now.toEpochMilli())
                .map(parts -> new Place(Long.parseLong(parts[1]), parts[2]));
    }

    private static String list(Exchange exchange) {
        return "\n" + exchange.caller().account() + "\n"
                + exchange.promise().operation().id() + "\n" + exchange.path();
    }
}

package io.greenroom.kernel.auth;

import java.util.Arrays;
import java.util.Optional;

/** How a code is tied to whoever asked for it (RFC 7636). */
enum Pkce {
    S256("S256") {
        @Override
        String challenge(String verifier) {
            return Secrets.hash(verifier);
        }
    },
    PLAIN("plain") {
        @Override
        String challenge(String verifier) {
            return verifier;
        }
    };

    private final String word;

    Pkce(String word) {
        this.word = word;
    }

    /** The challenge that this verifier answers. */
    abstract String challenge(String verifier);

    static Optional<Pkce> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst();
    }

    String word() {
        return word;
    }

    boolean fits(String challenge, String verifier) {
        return Secrets.same(challenge, challenge(verifier));
    }
}

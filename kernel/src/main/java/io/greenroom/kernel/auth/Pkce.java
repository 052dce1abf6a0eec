package io.greenroom.kernel.auth;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code challenge methods of PKCE (RFC 7636). */
public enum Pkce {
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

    /** The syntax of verifiers and of challenges of either method. */
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final String word;

    Pkce(String word) {
        this.word = word;
    }

    /** Computes the challenge of a verifier. */
    abstract String challenge(String verifier);

    public static Optional<Pkce> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst();
    }

    public String word() {
        return word;
    }

    /** Whether a text is a well-formed challenge. */
    public static boolean isChallenge(String text) {
        return TEXT.matcher(text).matches();
    }

    public boolean fits(String challenge, String verifier) {
        return TEXT.matcher(verifier).matches() && Secrets.same(challenge, challenge(verifier));
    }
}

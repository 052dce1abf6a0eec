package io.greenroom.server.control;

import java.net.IDN;
import java.util.List;
import java.util.Locale;

/** Domains of e-mail addresses. */
final class Domains {
    private Domains() {}

    /** As addresses have them: each once, in ASCII and small letters. */
    static List<String> normal(List<String> given) {
        return given.stream()
                .map(domain -> IDN.toASCII(domain).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}

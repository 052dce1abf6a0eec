package io.greenroom.parts.names;

import java.net.IDN;
import java.util.List;
import java.util.Locale;

/** Domains of e-mail addresses. */
public final class Domains {
    private Domains() {}

    /** Normalizes domains as in addresses: ASCII and lower case, without duplicates. */
    public static List<String> normal(List<String> given) {
        return given.stream()
                .map(domain -> IDN.toASCII(domain).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}

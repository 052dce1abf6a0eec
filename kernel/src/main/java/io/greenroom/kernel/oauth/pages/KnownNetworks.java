package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.Store;
import java.time.Duration;
import java.time.Instant;

/**
 * The networks from which users have signed in during the last 30 to 60 days. There, wrong passwords from elsewhere do
 * not shut them out. Threads may share it.
 */
final class KnownNetworks {
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Counters counters;
    private final Clock clock;

    KnownNetworks(Store store, Clock clock) {
        this.counters = store.counters(CounterKind.SIGN_INS);
        this.clock = clock;
    }

    void add(String address, String network) {
        counters.add(key(address, network), window(), window().plus(WINDOW));
    }

    boolean contain(String address, String network) {
        String key = key(address, network);
        return counters.count(key, window()) > 0 || counters.count(key, window().minus(WINDOW)) > 0;
    }

    private static String key(String address, String network) {
        return address + "/" + network;
    }

    private Instant window() {
        long seconds = WINDOW.toSeconds();
        return Instant.ofEpochSecond(clock.now().getEpochSecond() / seconds * seconds);
    }
}

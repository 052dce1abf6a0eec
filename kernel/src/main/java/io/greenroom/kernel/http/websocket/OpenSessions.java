package io.greenroom.kernel.http.websocket;

import io.greenroom.kernel.http.WebSocketEndpoint;
import io.greenroom.kernel.http.WebSocketUpgrade;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the open sessions of each account at each endpoint. Threads may share it. */
public final class OpenSessions {
    private final Map<Key, Integer> open = new ConcurrentHashMap<>();

    private record Key(WebSocketEndpoint endpoint, String account) {
        static Key of(WebSocketUpgrade upgrade) {
            return new Key(upgrade.endpoint(), upgrade.account());
        }
    }

    /** Counts one more; false, and nothing is counted, if the account has as many as it may have. */
    public boolean add(WebSocketUpgrade upgrade) {
        int most = upgrade.endpoint().limits().connectionsPerAccount();
        if (open.merge(Key.of(upgrade), 1, Integer::sum) <= most) {
            return true;
        }
        remove(upgrade);
        return false;
    }

    /** Counts one less. */
    public void remove(WebSocketUpgrade upgrade) {
        open.computeIfPresent(Key.of(upgrade), (key, count) -> count == 1 ? null : count - 1);
    }
}

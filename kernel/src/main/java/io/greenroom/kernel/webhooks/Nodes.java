package io.greenroom.kernel.webhooks;

import static io.greenroom.kernel.store.KernelTables.WEBHOOK_NODES;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.Store;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The nodes of one database, which share the subscriptions. Each says at intervals that it is alive. One thread. */
final class Nodes {
    /** How long a node that says nothing keeps its subscriptions. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private final Store store;
    private final Clock clock;
    private final String self;
    private final boolean shared;
    private long renewed;
    private boolean joined;
    private volatile Set<String> alive;

    /**
     * The nodes.
     *
     * @param self the id of this node
     * @param shared whether there can be others
     */
    Nodes(Store store, Clock clock, String self, boolean shared) {
        this.store = store;
        this.clock = clock;
        this.self = self;
        this.shared = shared;
        this.alive = Set.of(self);
    }

    /** Says that this node is alive, and looks who else is. */
    void refresh() {
        long now = clock.stopwatchNanos();
        if (!shared || (joined && now - renewed < RENEWAL.toNanos())) {
            return;
        }
        long time = clock.now().toEpochMilli();
        alive = store.write(Due.NO_ACCOUNT, unit -> {
            Set<String> found = new TreeSet<>(Set.of(self));
            for (Doc node : unit.in(WEBHOOK_NODES).list()) {
                if (node.number("alive_until") >= time) {
                    found.add(node.id());
                } else if (!node.id().equals(self)) {
                    unit.delete(WEBHOOK_NODES, node);
                }
            }
            Doc own = unit.find(WEBHOOK_NODES, self).map(Doc::copy).orElseGet(() -> unit.blank(WEBHOOK_NODES)
                    .put("id", self));
            unit.keep(WEBHOOK_NODES, own.put("alive_until", time + LEASE.toMillis()));
            return found;
        });
        joined = true;
        renewed = now;
    }

    /** Whether this node is the one that delivers a subscription's events while all that are alive stay so. */
    boolean isOurs(String subscription) {
        return alive.stream()
                .max(Comparator.comparingInt(node -> mixed((node + subscription).hashCode())))
                .equals(Optional.of(self));
    }

    /** Spreads the bits of a hash, so that nodes whose ids differ little get equal shares. */
    private static int mixed(int hash) {
        int spread = (hash ^ hash >>> 16) * 0x85EBCA6B;
        spread = (spread ^ spread >>> 13) * 0xC2B2AE35;
        return spread ^ spread >>> 16;
    }

    /** Leaves the subscriptions to the others at once. */
    void leave() {
        if (shared && joined) {
            store.write(Due.NO_ACCOUNT, unit -> unit.find(WEBHOOK_NODES, self).map(row -> {
                unit.delete(WEBHOOK_NODES, row);
                return row;
            }));
        }
    }
}

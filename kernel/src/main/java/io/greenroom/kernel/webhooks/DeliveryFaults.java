package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.webhooks.DeliveryFault.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The faults of subscriptions. They belong to this process and end with it. Threads may share it. */
public final class DeliveryFaults {
    private final Map<String, List<DeliveryFault>> faults = new ConcurrentHashMap<>();

    /** The faults of a subscription. */
    public List<DeliveryFault> of(String subscription) {
        return faults.getOrDefault(subscription, List.of());
    }

    /** Replaces the faults of a subscription. */
    public void set(String subscription, List<DeliveryFault> replaced) {
        if (replaced.isEmpty()) {
            faults.remove(subscription);
        } else {
            faults.put(subscription, List.copyOf(replaced));
        }
    }

    /** The first fault of some kinds that strikes a delivery. */
    Optional<DeliveryFault> strike(String subscription, Set<Kind> kinds) {
        return of(subscription).stream()
                .filter(fault -> kinds.contains(fault.kind()))
                .filter(DeliveryFault::strikes)
                .findFirst();
    }
}

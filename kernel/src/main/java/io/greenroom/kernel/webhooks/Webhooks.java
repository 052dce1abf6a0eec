package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.jobs.Worker;
import io.greenroom.kernel.outbound.Outbound;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.Store;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Delivers the events of all accounts to their subscribers. Each enabled subscription has a {@link DeliveryLoop} on one
 * node; a worker follows changes of subscriptions, shares them among the nodes, and hands over what has become due.
 * Threads may share it.
 */
public final class Webhooks implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Store store;
    private final Nodes nodes;
    private final DeliveryRows rows;
    private final DeliveryLog log = new DeliveryLog();
    private final DeliveryFaults faults = new DeliveryFaults();
    private final Inboxes inboxes = new Inboxes();
    private final Outbound outbound;
    private final Sender sender;
    private final Validation validation;
    private final DeliveryLoop.Tools tools;
    private final boolean shared;
    private final Map<String, DeliveryLoop> loops = new ConcurrentHashMap<>();
    private final Map<String, Set<DeliveryLoop>> byAccount = new ConcurrentHashMap<>();
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final Worker worker;

    /** Starts to deliver. */
    public Webhooks(Store store, CallScope scope, WebhookSettings settings) {
        Clock clock = scope.clock();
        this.store = store;
        this.shared = settings.shared();
        this.nodes = new Nodes(store, clock, settings.node(), settings.shared());
        this.rows = new DeliveryRows(store, clock, settings.node());
        this.outbound = new Outbound(settings.guard(), clock);
        this.sender = new Sender(outbound, clock, log, faults);
        this.validation = new Validation(store, scope, sender);
        this.tools = new DeliveryLoop.Tools(store.queues(), rows, sender, validation, faults, clock);
        this.worker = new Worker("webhooks", LOOK, this::look);
    }

    /** The latest deliveries. */
    public DeliveryLog log() {
        return log;
    }

    /** The faults of subscriptions. */
    public DeliveryFaults faults() {
        return faults;
    }

    /** The receivers inside this server. */
    public Inboxes inboxes() {
        return inboxes;
    }

    /** Says that an event was committed. */
    public void signal(OutboxEvent event) {
        byAccount.getOrDefault(event.account(), Set.of()).forEach(DeliveryLoop::wake);
    }

    /** Says that a subscription was changed. */
    public void changed() {
        worker.wake();
    }

    boolean isAlive() {
        return worker.isAlive();
    }

    /** Why nothing can be sent to a URL; empty if something can. It resolves the name, which takes time. */
    public Optional<String> refusal(String url) {
        return outbound.refusal(url);
    }

    /** Validates the endpoint of a subscription; the answer is what is wrong with it, or empty. */
    public Optional<String> validate(Subscription to) {
        inboxes.trust(to.url(), to.secret());
        return validation.fault(to);
    }

    /** Sends a parcel to a URL now, once. */
    public DeliveryLog.Entry send(Subscription to, String url, Parcel parcel) {
        return sender.send(to, url, parcel);
    }

    private int look() {
        nodes.refresh();
        followSubscriptions();
        followEvents();
        rows.ready().forEach(due -> Optional.ofNullable(loops.get(due.text("subscription_id")))
                .ifPresent(loop -> loop.add(due)));
        return 0;
    }

    private void followSubscriptions() {
        Set<String> wanted = new HashSet<>();
        for (Subscription subscription : rows.enabled()) {
            if (nodes.isOurs(subscription.id())) {
                wanted.add(subscription.id());
                follow(subscription);
            }
        }
        List<DeliveryLoop> over = loops.entrySet().stream()
                .filter(entry ->
                        !wanted.contains(entry.getKey()) || !entry.getValue().isAlive())
                .map(Map.Entry::getValue)
                .toList();
        over.forEach(DeliveryLoop::stop);
        over.stream().filter(loop -> !loop.isAlive()).forEach(this::forget);
    }

    private void follow(Subscription subscription) {
        DeliveryLoop known = loops.get(subscription.id());
        if (known != null) {
            known.follow(subscription);
            return;
        }
        rows.take(subscription).ifPresent(after -> {
            DeliveryLoop loop = new DeliveryLoop(tools, subscription, after);
            loops.put(subscription.id(), loop);
            inboxes.trust(subscription.url(), subscription.secret());
            byAccount
                    .computeIfAbsent(subscription.account(), any -> ConcurrentHashMap.newKeySet())
                    .add(loop);
            loop.start();
        });
    }

    private void forget(DeliveryLoop loop) {
        String account = loop.subscription().account();
        loops.remove(loop.subscription().id(), loop);
        byAccount.computeIfPresent(account, (any, those) -> {
            those.remove(loop);
            return those.isEmpty() ? null : those;
        });
        if (!byAccount.containsKey(account)) {
            newest.remove(account);
        }
    }

    /** Other nodes commit events too, and send no signal. */
    private void followEvents() {
        if (shared) {
            byAccount.forEach((account, those) -> {
                long last = store.queues().lastSequence(account);
                if (!Long.valueOf(last).equals(newest.put(account, last))) {
                    those.forEach(DeliveryLoop::wake);
                }
            });
        }
    }

    /** Finishes the deliveries that are going on, and leaves the others to the next start or to other nodes. */
    @Override
    public void close() {
        worker.close();
        loops.values().forEach(DeliveryLoop::stop);
        loops.values().forEach(DeliveryLoop::join);
        nodes.leave();
        outbound.close();
    }
}

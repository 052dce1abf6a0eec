package io.greenroom.kernel.webhooks;

import static io.greenroom.kernel.store.KernelTables.ACCOUNTS;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_CURSORS;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_NODES;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_RETRIES;
import static io.greenroom.kernel.store.KernelTables.WEBHOOK_SUBSCRIPTIONS;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of deliveries: what is subscribed, how far it was delivered, and what waits. Threads may share it. */
final class DeliveryRows {
    /** The time until the second, third and fourth attempt, each since the one before, by the account's clock. */
    private static final List<Duration> PLAN =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60));

    /** How many deliveries of a subscription may wait to be repeated; further ones are given up. */
    private static final int MOST_RETRIES = 10_000;

    private static final int AT_ONCE = 500;

    private final Store store;
    private final Clock clock;
    private final String node;

    DeliveryRows(Store store, Clock clock, String node) {
        this.store = store;
        this.clock = clock;
        this.node = node;
    }

    /** All enabled subscriptions. */
    List<Subscription> enabled() {
        return all(unit -> unit.across(WEBHOOK_SUBSCRIPTIONS).where("enabled", true)).stream()
                .map(Subscription::new)
                .toList();
    }

    /** Some retries and validations whose time has come. */
    List<Doc> ready() {
        return store.read(Due.NO_ACCOUNT, unit -> unit.across(WEBHOOK_RETRIES)
                .where("ready", true)
                .page(Query.Start.FIRST, AT_ONCE)
                .documents());
    }

    private List<Doc> all(Function<Transaction, Query> query) {
        return store.read(Due.NO_ACCOUNT, unit -> {
            List<Doc> found = new ArrayList<>();
            Optional<Query.Start> next = Optional.of(Query.Start.FIRST);
            while (next.isPresent()) {
                Query.Slice page = query.apply(unit).page(next.get(), AT_ONCE);
                found.addAll(page.documents());
                next = page.next().map(Query.Start::after);
            }
            return found;
        });
    }

    /**
     * Takes the delivery of a subscription's events.
     *
     * @return the sequence of the last event that needs no delivery; empty if another node delivers, or it is gone
     */
    Optional<Long> take(Subscription of) {
        return store.write(of.account(), unit -> {
            Optional<Doc> cursor = unit.find(WEBHOOK_CURSORS, of.id());
            String holder = cursor.map(row -> row.text("node", "")).orElse("");
            if (cursor.isEmpty() || (!holder.isEmpty() && !holder.equals(node) && isAlive(unit, holder))) {
                return Optional.empty();
            }
            if (!holder.equals(node)) {
                unit.update(WEBHOOK_CURSORS, cursor.get().copy().put("node", node));
            }
            return Optional.of(cursor.get().number("after"));
        });
    }

    private boolean isAlive(Transaction unit, String holder) {
        return unit.as(Due.NO_ACCOUNT)
                .find(WEBHOOK_NODES, holder)
                .filter(row -> row.number("alive_until") >= clock.now().toEpochMilli())
                .isPresent();
    }

    /** Stores how far events were delivered; false if this node no longer delivers them. */
    boolean advance(Subscription of, long after) {
        return store.write(of.account(), unit -> advance(unit, of, after));
    }

    private boolean advance(Transaction unit, Subscription of, long after) {
        Optional<Doc> cursor = unit.find(WEBHOOK_CURSORS, of.id())
                .filter(row -> row.text("node", "").equals(node));
        cursor.filter(row -> row.number("after") < after)
                .ifPresent(row -> unit.update(WEBHOOK_CURSORS, row.copy().put("after", after)));
        return cursor.isPresent();
    }

    /** Leaves a subscription to other nodes. */
    void release(Subscription of) {
        store.write(of.account(), unit -> unit.find(WEBHOOK_CURSORS, of.id())
                .filter(row -> row.text("node", "").equals(node))
                .map(row -> unit.update(WEBHOOK_CURSORS, row.copy().remove("node"))));
    }

    /** Schedules the second attempt of a delivery, and moves on; false if this node no longer delivers. */
    boolean postpone(Subscription of, Parcel parcel, long after) {
        return store.write(of.account(), unit -> {
            boolean ours = advance(unit, of, after);
            String id = of.id() + "." + parcel.sequence();
            if (ours
                    && unit.find(WEBHOOK_RETRIES, id).isEmpty()
                    && unit.in(WEBHOOK_RETRIES)
                                    .where("subscription_id", of.id())
                                    .count()
                            < MOST_RETRIES) {
                unit.insert(
                        WEBHOOK_RETRIES,
                        unit.blank(WEBHOOK_RETRIES)
                                .put("id", id)
                                .put("subscription_id", of.id())
                                .put("account_id", of.account())
                                .put("sequence", parcel.sequence())
                                .put("event", parcel.event())
                                .put("body", parcel.body())
                                .put("attempts", 1)
                                .put("ready", false));
                schedule(unit, id, 1);
            }
            return ours;
        });
    }

    /** Stores the outcome of a repeated delivery. */
    void retried(Doc retry, boolean again) {
        store.write(retry.text("account_id"), unit -> {
            Optional<Doc> row = unit.find(WEBHOOK_RETRIES, retry.id());
            int attempts = (int) retry.number("attempts") + 1;
            if (row.isPresent() && again && attempts <= PLAN.size()) {
                unit.update(
                        WEBHOOK_RETRIES,
                        row.get().copy().put("attempts", attempts).put("ready", false));
                schedule(unit, retry.id(), attempts);
            } else {
                row.ifPresent(done -> unit.delete(WEBHOOK_RETRIES, done));
            }
            return row;
        });
    }

    private void schedule(Transaction unit, String id, int attempts) {
        unit.find(ACCOUNTS, unit.account()).ifPresent(clock::follow);
        unit.schedule(new Due(
                unit.account(), WebhookDues.RETRY, id, clock.now(unit.account()).plus(PLAN.get(attempts - 1))));
    }
}

package io.greenroom.kernel.limits;

import io.greenroom.contract.Quota;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Step;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Step 13, quotas: counts a valid request against the quotas of its operation and refuses it with the quota's failure.
 * A request refused here uses up no quota; one that the handler refuses later does. Threads may share it.
 */
public final class Quotas implements Step {
    private static final Comparator<Quota> SHORTEST_FIRST = Comparator.comparing(Quota::window);

    private final Counters counters;
    private final QuotaKeys keys;
    private final Clock clock;
    private final LimitMode mode;

    /**
     * Creates the step for all operations.
     *
     * @param store holds the counters and the things that are counted apart
     * @param bindings resolve the path's values to ids
     */
    public Quotas(Store store, Bindings bindings, Clock clock, LimitMode mode) {
        this.counters = store.counters(CounterKind.LIMITS);
        this.keys = new QuotaKeys(store, bindings);
        this.clock = clock;
        this.mode = mode;
    }

    private record Counted(Quota quota, String key, Window window, long count) {
        boolean tooOften() {
            return count > quota.limit();
        }
    }

    @Override
    public void take(Exchange exchange) {
        List<Quota> quotas = exchange.operation().quotas();
        if (quotas.isEmpty() || mode == LimitMode.OFF) {
            return;
        }
        Instant now = clock.now(exchange.caller().account());
        List<Counted> all = new ArrayList<>(quotas.size());
        for (Quota quota : quotas.stream().sorted(SHORTEST_FIRST).toList()) {
            keys.key(exchange, quota).map(key -> count(quota, key, now)).ifPresent(all::add);
            if (mode == LimitMode.ENFORCE && !all.isEmpty() && all.getLast().tooOften()) {
                all.forEach(each -> counters.takeBack(each.key(), each.window().start()));
                throw refusal(exchange, quota);
            }
        }
        tell(exchange, all);
    }

    private Counted count(Quota quota, String key, Instant now) {
        Window window = Window.around(now, quota.window());
        return new Counted(quota, key, window, counters.add(key, window.start(), window.end()));
    }

    private static void tell(Exchange exchange, List<Counted> all) {
        all.stream()
                .filter(counted -> counted.quota().daily())
                .forEach(counted ->
                        RateHeaders.tellDaily(exchange, counted.quota().limit(), counted.count()));
    }

    /** Observed answers carry the label's limit headers as usual, without a limit type and without Retry-After. */
    private static Refusal refusal(Exchange exchange, Quota quota) {
        exchange.withoutHeader(RateHeaders.TYPE);
        Map<String, String> values = new HashMap<>();
        exchange.body().names().forEach(name -> values.put(name, exchange.body().text(name, "")));
        values.putAll(exchange.path());
        values.put("limit", Integer.toString(quota.limit()));
        return new Refusal(quota.failure(), values);
    }
}

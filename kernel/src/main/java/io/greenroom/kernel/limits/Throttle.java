package io.greenroom.kernel.limits;

import io.greenroom.contract.Label;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Step;
import io.greenroom.kernel.store.Counters;
import java.time.Instant;

/**
 * Step 8, throttle: counts a request for its account and label, over all apps, and refuses what exceeds the account's
 * plan. A master account and each of its sub accounts count separately. Threads may share it.
 */
public final class Throttle implements Step {
    private final Counters counters;
    private final Clock clock;
    private final LimitMode mode;

    public Throttle(Counters counters, Clock clock, LimitMode mode) {
        this.counters = counters;
        this.clock = clock;
        this.mode = mode;
    }

    @Override
    public void take(Exchange exchange) {
        Operation operation = exchange.operation();
        exchange.header(RateHeaders.category(operation.label()));
        if (mode == LimitMode.OFF) {
            return;
        }
        String account = exchange.caller().account();
        Instant now = clock.now(account);
        RateTable table = RateTable.of(operation);
        Rate rate = table.rate(RateTier.of(exchange.account()), operation.label());
        countShort(exchange, table.key(account, operation.label()), rate, now);
        if (rate.daily() > 0) {
            Label counted = rate.withHeavy() ? Label.HEAVY : operation.label();
            countDay(exchange, table.key(account, counted) + ":day", rate, now);
        }
    }

    /** Counts the second or the minute first, so that a request refused here does not use up the daily limit. */
    private void countShort(Exchange exchange, String key, Rate rate, Instant now) {
        Window window = Window.around(now, rate.window());
        long count = counters.add(key, window.start(), window.end());
        if (count > rate.most() && mode == LimitMode.ENFORCE) {
            exchange.header(RateHeaders.TYPE, RateHeaders.PER_SECOND);
            throw exchange.refuse("rate-per-second");
        }
    }

    /**
     * Adds the headers of a refusal that is no result of counting.
     *
     * @param failure by name; others than those of limits have no headers
     */
    public static void describe(Exchange exchange, String failure, Instant now) {
        switch (failure) {
            case "rate-per-second" -> exchange.header(RateHeaders.TYPE, RateHeaders.PER_SECOND);
            case "rate-per-day" -> {
                Rate rate = RateTable.of(exchange.operation())
                        .rate(
                                RateTier.of(exchange.account()),
                                exchange.operation().label());
                RateHeaders.tellDaily(exchange, rate.daily(), rate.daily());
                exchange.header(
                        RateHeaders.RETRY_AFTER, Window.dayAround(now).end().toString());
            }
            default -> {}
        }
    }

    private void countDay(Exchange exchange, String key, Rate rate, Instant now) {
        Window day = Window.dayAround(now);
        long count = counters.add(key, day.start(), day.end());
        RateHeaders.tellDaily(exchange, rate.daily(), count);
        if (count > rate.daily() && mode == LimitMode.ENFORCE) {
            counters.takeBack(key, day.start());
            exchange.header(RateHeaders.RETRY_AFTER, day.end().toString());
            throw exchange.refuse("rate-per-day");
        }
    }
}

package io.greenroom.kernel.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Label;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Exchanges;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {
    private final Library library = new Library();
    private final Throttle throttle = throttle(LimitMode.ENFORCE);

    private Throttle throttle(LimitMode mode) {
        return new Throttle(library.counters, library.clock, mode);
    }

    private Exchange request(Doc account, String limits, Label label) {
        return Exchanges.of(library.contract, library.operation(limits, label), account);
    }

    private String ask(Doc account, String limits, Label label) {
        return Library.outcome(throttle, request(account, limits, label));
    }

    private Map<String, String> headers(Throttle asked, Doc account, String limits, Label label) {
        Exchange exchange = request(account, limits, label);
        Library.outcome(asked, exchange);
        return Exchanges.headers(exchange);
    }

    /** Counts requests regardless of the limits a second. */
    private void useUp(int requests, Doc account, String limits, Label label) {
        Throttle counting = throttle(LimitMode.OBSERVE);
        for (int i = 0; i < requests; i++) {
            counting.take(request(account, limits, label));
        }
        library.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "standard, free,        LIGHT,               4, PT1S",
        "standard, free,        MEDIUM,              2, PT1S",
        "standard, free,        HEAVY,               1, PT1S",
        "standard, free,        RESOURCE_INTENSIVE, 10, PT1M",
        "standard, pro,         LIGHT,              30, PT1S",
        "standard, pro,         MEDIUM,             20, PT1S",
        "standard, pro,         HEAVY,              10, PT1S",
        "standard, pro,         RESOURCE_INTENSIVE, 10, PT1M",
        "standard, business,    LIGHT,              80, PT1S",
        "standard, business,    MEDIUM,             60, PT1S",
        "standard, business,    HEAVY,              40, PT1S",
        "standard, business,    RESOURCE_INTENSIVE, 20, PT1M",
        "standard, enterprise,  LIGHT,              80, PT1S",
        "standard, enterprise,  RESOURCE_INTENSIVE, 20, PT1M",
        "phone,    free,        HEAVY,               5, PT1S",
        "phone,    pro,         LIGHT,              20, PT1S",
        "phone,    pro,         MEDIUM,             10, PT1S",
        "phone,    pro,         HEAVY,               5, PT1S",
        "phone,    pro,         RESOURCE_INTENSIVE,  5, PT1M",
        "phone,    business,    LIGHT,              40, PT1S",
        "phone,    business,    MEDIUM,             20, PT1S",
        "phone,    business,    HEAVY,              10, PT1S",
        "phone,    business,    RESOURCE_INTENSIVE, 10, PT1M",
        "phone,    enterprise,  HEAVY,              10, PT1S"
    })
    void allowsSoManyRequestsInASecondOrMinute(String limits, String plan, Label label, int most, Duration window) {
        Doc account = library.account("a1", plan);
        for (int i = 0; i < most; i++) {
            assertThat(ask(account, limits, label)).isEqualTo("ok");
        }
        library.advance(window.minusMillis(1));
        assertThat(ask(account, limits, label)).isEqualTo("rate-per-second");
        library.advance(Duration.ofMillis(1));
        assertThat(ask(account, limits, label)).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({
        "standard, free,       LIGHT,               6000",
        "standard, free,       MEDIUM,              2000",
        "standard, free,       HEAVY,               1000",
        "standard, free,       RESOURCE_INTENSIVE, 30000",
        "standard, pro,        HEAVY,              30000",
        "standard, pro,        RESOURCE_INTENSIVE, 30000",
        "standard, business,   HEAVY,              60000",
        "standard, business,   RESOURCE_INTENSIVE, 60000",
        "standard, enterprise, HEAVY,              60000",
        "phone,    pro,        HEAVY,              15000",
        "phone,    business,   HEAVY,              30000"
    })
    void allowsSoManyRequestsInAUtcDay(String limits, String plan, Label label, int daily) {
        Doc account = library.account("a1", plan);
        useUp(daily - 1, account, limits, label);
        assertThat(headers(throttle, account, limits, label))
                .containsEntry("X-RateLimit-Type", "Daily-limit")
                .containsEntry("X-RateLimit-Limit", Integer.toString(daily))
                .containsEntry("X-RateLimit-Remaining", "0")
                .doesNotContainKey("Retry-After");
        library.at(Library.MIDNIGHT.minusMillis(1));
        assertThat(ask(account, limits, label)).isEqualTo("rate-per-day");
        library.at(Library.MIDNIGHT);
        assertThat(ask(account, limits, label)).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({
        "standard, pro,      LIGHT",
        "standard, pro,      MEDIUM",
        "standard, business, LIGHT",
        "standard, business, MEDIUM",
        "phone,    pro,      LIGHT",
        "phone,    pro,      MEDIUM",
        "phone,    pro,      RESOURCE_INTENSIVE",
        "phone,    business, LIGHT",
        "phone,    business, MEDIUM",
        "phone,    business, RESOURCE_INTENSIVE"
    })
    void countsNoDaysWhereThePlanHasNoDailyLimit(String limits, String plan, Label label) {
        assertThat(headers(throttle, library.account("a1", plan), limits, label))
                .containsExactly(Map.entry("X-RateLimit-Category", label.wireName()));
        assertThat(library.counters.asked()).isEqualTo(1);
    }

    @Test
    void asksTheCountersTwiceWhereThereIsADailyLimit() {
        ask(library.account("a1", "free"), "standard", Label.LIGHT);
        assertThat(library.counters.asked()).isEqualTo(2);
    }

    @Test
    void sharesTheDayOfPaidPlansBetweenHeavyAndResourceIntensive() {
        Doc account = library.account("a1", "pro");
        useUp(29_990, account, "standard", Label.HEAVY);
        useUp(9, account, "standard", Label.RESOURCE_INTENSIVE);
        assertThat(ask(account, "standard", Label.HEAVY)).isEqualTo("ok");
        assertThat(ask(account, "standard", Label.HEAVY)).isEqualTo("rate-per-day");
        assertThat(ask(account, "standard", Label.RESOURCE_INTENSIVE)).isEqualTo("rate-per-day");
    }

    @Test
    void countsTheDayOfFreePlansByLabel() {
        Doc account = library.account("a1", "free");
        useUp(1000, account, "standard", Label.HEAVY);
        assertThat(ask(account, "standard", Label.HEAVY)).isEqualTo("rate-per-day");
        assertThat(headers(throttle, account, "standard", Label.RESOURCE_INTENSIVE))
                .containsEntry("X-RateLimit-Remaining", "29999");
    }

    @Test
    void countsThePhoneApart() {
        Doc account = library.account("a1", "pro");
        useUp(30_000, account, "standard", Label.HEAVY);
        assertThat(headers(throttle, account, "phone", Label.HEAVY)).containsEntry("X-RateLimit-Remaining", "14999");
    }

    @Test
    void countsAccountsApart() {
        assertThat(ask(library.account("a1", "free"), "standard", Label.HEAVY)).isEqualTo("ok");
        assertThat(ask(library.account("a1", "free"), "standard", Label.HEAVY)).isEqualTo("rate-per-second");
        assertThat(ask(library.account("a2", "free"), "standard", Label.HEAVY)).isEqualTo("ok");
    }

    @Test
    void treatsAnAccountWithoutAPlanAsFree() {
        Doc account = new Doc(library.contract.schema("Account")).put("id", "a1");
        assertThat(headers(throttle, account, "standard", Label.LIGHT)).containsEntry("X-RateLimit-Limit", "6000");
    }

    @Test
    void usesTheAccountsClock() {
        Doc account = library.account("a1", "free")
                .put("clock_frozen_at", Library.MIDNIGHT.minusMillis(1).toEpochMilli());
        library.clock.follow(account);
        assertThat(ask(account, "standard", Label.HEAVY)).isEqualTo("ok");
        library.advance(Duration.ofHours(1));
        assertThat(ask(account, "standard", Label.HEAVY)).isEqualTo("rate-per-second");
        library.clock.follow(account.put("clock_frozen_at", Library.MIDNIGHT.toEpochMilli()));
        assertThat(headers(throttle, account, "standard", Label.HEAVY)).containsEntry("X-RateLimit-Remaining", "999");
    }

    @Test
    void reportsMidnightAsTheRetryTimeOfTheDailyLimit() {
        Doc account = library.account("a1", "free");
        useUp(1000, account, "standard", Label.HEAVY);
        assertThat(headers(throttle, account, "standard", Label.HEAVY))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "X-RateLimit-Category", "Heavy",
                        "X-RateLimit-Type", "Daily-limit",
                        "X-RateLimit-Limit", "1000",
                        "X-RateLimit-Remaining", "0",
                        "Retry-After", "2020-05-31T00:00:00Z"));
    }

    @Test
    void countsNoDailyRequestIfTheLimitASecondRefuses() {
        Doc account = library.account("a1", "free");
        ask(account, "standard", Label.HEAVY);
        assertThat(headers(throttle, account, "standard", Label.HEAVY))
                .containsOnly(Map.entry("X-RateLimit-Category", "Heavy"), Map.entry("X-RateLimit-Type", "QPS"));
        library.advance(Duration.ofSeconds(1));
        assertThat(headers(throttle, account, "standard", Label.HEAVY)).containsEntry("X-RateLimit-Remaining", "998");
    }

    @Test
    void releasesRequestsThatTheDailyLimitRefuses() {
        Doc account = library.account("a1", "pro");
        useUp(15_000, account, "phone", Label.HEAVY);
        assertThat(ask(account, "phone", Label.HEAVY)).isEqualTo("rate-per-day");
        assertThat(ask(account, "phone", Label.HEAVY)).isEqualTo("rate-per-day");
        Doc upgraded = library.account("a1", "business");
        assertThat(headers(throttle, upgraded, "phone", Label.HEAVY)).containsEntry("X-RateLimit-Remaining", "14999");
    }

    @Test
    void countsAndReportsButRefusesNothingInObserveMode() {
        Doc account = library.account("a1", "free");
        Throttle observing = throttle(LimitMode.OBSERVE);
        useUp(1005, account, "standard", Label.HEAVY);
        Exchange exchange = request(account, "standard", Label.HEAVY);
        assertThat(Library.outcome(observing, exchange)).isEqualTo("ok");
        assertThat(Exchanges.headers(exchange))
                .containsEntry("X-RateLimit-Remaining", "0")
                .doesNotContainKey("Retry-After");
    }

    @Test
    void reportsOnlyTheLabelWhenItIsOff() {
        assertThat(headers(throttle(LimitMode.OFF), library.account("a1", "free"), "standard", Label.MEDIUM))
                .containsExactly(Map.entry("X-RateLimit-Category", "Medium"));
        assertThat(library.counters.asked()).isZero();
    }

    @Test
    void isExactWithManyThreads() throws InterruptedException, ExecutionException {
        Doc account = library.account("a1", "business");
        List<String> outcomes = Library.together(2000, () -> ask(account, "standard", Label.LIGHT));
        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(80);
        assertThat(Collections.frequency(outcomes, "rate-per-second")).isEqualTo(1920);
    }

    @Test
    void isExactWithManyThreadsAtTheEndOfTheDay() throws InterruptedException, ExecutionException {
        Doc account = library.account("a1", "business");
        useUp(59_983, account, "standard", Label.HEAVY);
        List<String> outcomes = Library.together(40, () -> ask(account, "standard", Label.HEAVY));
        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(17);
        assertThat(Collections.frequency(outcomes, "rate-per-day")).isEqualTo(23);
    }
}

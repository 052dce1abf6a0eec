package io.greenroom.kernel.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Quota;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.Exchanges;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final Library library = new Library();
    private final Doc account = library.account("a1", "free");
    private final Quotas quotas = quotas(LimitMode.ENFORCE);

    private Quotas quotas(LimitMode mode) {
        Bindings bindings = new Bindings(library.contract);
        bindings.subject(
                "user",
                new Bindings.Subject(
                        (unit, value) -> value.equalsIgnoreCase("ada@example.org") || value.equals("ada")
                                ? Optional.of("ada")
                                : Optional.empty(),
                        (unit, id) -> Optional.empty()));
        return new Quotas(new SnapshotStore(library.counters), bindings, library.clock, mode);
    }

    private Exchange request(Doc asking, String operation, Map<String, String> path, Doc body) {
        return Exchanges.of(library.contract, library.contract.operation(operation), asking, path, body);
    }

    private Doc body(String schema) {
        return new Doc(library.contract.schema(schema));
    }

    private Exchange loan(String reader) {
        return request(
                account, "borrowBook", Map.of("readerId", reader), body("Loan").put("title", "Emma"));
    }

    private String borrow(String reader) {
        return Library.outcome(quotas, loan(reader));
    }

    private String reserve(String book, String guest) {
        Doc reservation = body("Reservation").put("guest", body("Guest").put("email", guest));
        return Library.outcome(quotas, request(account, "reserveBook", Map.of("bookId", book), reservation));
    }

    private String count() {
        return Library.outcome(quotas, request(account, "countBooks", Map.of(), body("Census")));
    }

    @Test
    void refusesRequestsOverTheDailyLimitUntilMidnight() {
        assertThat(List.of(borrow("ada"), borrow("ada"), borrow("ada"))).containsOnly("ok");
        library.at(Library.MIDNIGHT.minusMillis(1));
        assertThat(borrow("ada")).isEqualTo("borrowed-too-much");
        library.at(Library.MIDNIGHT);
        assertThat(borrow("ada")).isEqualTo("ok");
    }

    @Test
    void countsAUserOnceWhicheverWayThePathNamesHer() {
        assertThat(List.of(borrow("ada"), borrow("ada@example.org"), borrow("Ada@Example.ORG")))
                .containsOnly("ok");
        assertThat(borrow("ada")).isEqualTo("borrowed-too-much");
        assertThat(borrow("ada@example.org")).isEqualTo("borrowed-too-much");
        assertThat(borrow("grace")).isEqualTo("ok");
    }

    @Test
    void countsAccountsApart() {
        assertThat(List.of(borrow("ada"), borrow("ada"), borrow("ada"))).containsOnly("ok");
        Exchange other = request(
                library.account("a2", "free"),
                "borrowBook",
                Map.of("readerId", "ada"),
                body("Loan").put("title", "Emma"));
        assertThat(Library.outcome(quotas, other)).isEqualTo("ok");
    }

    @Test
    void refusesInTheContractsWords() {
        List.of(borrow("ada"), borrow("ada"), borrow("ada"));
        assertThatThrownBy(() -> quotas.take(loan("ada")))
                .hasMessage("Reader ada has borrowed 3 books today; Emma must wait.");
    }

    @Test
    void countsByPathAndBodyTogether() {
        assertThat(List.of(reserve("b1", "guest@example.org"), reserve("b1", "Guest@example.org")))
                .containsOnly("ok");
        assertThat(reserve("b1", "guest@example.org")).isEqualTo("reserved-too-often");
        assertThat(reserve("b1", "other@example.org")).isEqualTo("ok");
        assertThat(reserve("b2", "guest@example.org")).isEqualTo("ok");
    }

    @Test
    void countsNothingForAbsentFields() {
        assertThat(Library.outcome(
                        quotas, request(account, "reserveBook", Map.of("bookId", "b1"), body("Reservation"))))
                .isEqualTo("ok");
        assertThat(library.counters.asked()).isZero();
    }

    @Test
    void keepsKeysOfLongValuesShortAndApart() {
        String book = "b".repeat(400);
        assertThat(List.of(reserve(book, "guest@example.org"), reserve(book, "guest@example.org")))
                .containsOnly("ok");
        assertThat(reserve(book, "guest@example.org")).isEqualTo("reserved-too-often");
        assertThat(reserve(book.substring(1), "guest@example.org")).isEqualTo("ok");
    }

    @Test
    void countsNoQuotaIfAnotherRefuses() {
        library.at(Library.MIDNIGHT);
        for (int i = 0; i < 6; i++) {
            assertThat(count()).isEqualTo("ok");
            assertThat(List.of(count(), count(), count())).containsOnly("counted-too-fast");
            library.advance(Duration.ofMinutes(5));
        }
        assertThat(List.of(count(), count(), count())).containsOnly("counted-too-often");
        library.at(Library.MIDNIGHT.plus(Duration.ofDays(1)));
        assertThat(count()).isEqualTo("ok");
    }

    @Test
    void reportsTheRestOfADailyQuotaInsteadOfTheLabels() {
        Exchange exchange = loan("ada");
        new Throttle(library.counters, library.clock, LimitMode.ENFORCE).take(exchange);
        quotas.take(exchange);
        assertThat(Exchanges.headers(exchange))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "X-RateLimit-Category", "Medium",
                        "X-RateLimit-Type", "Daily-limit",
                        "X-RateLimit-Limit", "3",
                        "X-RateLimit-Remaining", "2"));
    }

    @Test
    void reportsOnlyTheLabelsLimitInARefusal() {
        List.of(borrow("ada"), borrow("ada"), borrow("ada"));
        Exchange exchange = loan("ada");
        new Throttle(library.counters, library.clock, LimitMode.ENFORCE).take(exchange);
        assertThat(Library.outcome(quotas, exchange)).isEqualTo("borrowed-too-much");
        assertThat(Exchanges.headers(exchange))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "X-RateLimit-Category", "Medium",
                        "X-RateLimit-Limit", "2000",
                        "X-RateLimit-Remaining", "1999"));
    }

    @Test
    void countsAndReportsButRefusesNothingInObserveMode() {
        Quotas observing = quotas(LimitMode.OBSERVE);
        for (int i = 0; i < 4; i++) {
            assertThat(Library.outcome(observing, loan("ada"))).isEqualTo("ok");
        }
        Exchange exchange = loan("ada");
        observing.take(exchange);
        assertThat(Exchanges.headers(exchange)).containsEntry("X-RateLimit-Remaining", "0");
        assertThat(borrow("ada")).isEqualTo("borrowed-too-much");
    }

    @Test
    void countsNothingWhenItIsOff() {
        Exchange exchange = loan("ada");
        quotas(LimitMode.OFF).take(exchange);
        assertThat(Exchanges.headers(exchange)).isEmpty();
        assertThat(library.counters.asked()).isZero();
    }

    @Test
    void failsForAQuotaByAnUnknownParameter() {
        Quota odd = new Quota("odd", 1, Duration.ofDays(1), "query.title", library.contract.failure("book-missing"));
        QuotaKeys keys = new QuotaKeys(new SnapshotStore(library.counters), new Bindings(library.contract));
        assertThatThrownBy(() -> keys.key(loan("ada"), odd))
                .isInstanceOf(ContractViolation.class)
                .hasMessageContaining("borrowBook has a quota by query.title");
    }

    @Test
    void leavesOperationsWithoutQuotasAlone() {
        Operation plain = library.contract.operation("getBook");
        quotas.take(Exchanges.of(library.contract, plain, account));
        assertThat(library.counters.asked()).isZero();
    }

    @Test
    void isExactWithManyThreads() throws InterruptedException, ExecutionException {
        List<String> outcomes = Library.together(500, () -> borrow("ada"));
        assertThat(Collections.frequency(outcomes, "ok")).isEqualTo(3);
        assertThat(Collections.frequency(outcomes, "borrowed-too-much")).isEqualTo(497);
    }
}

package io.greenroom.kernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Workshop;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueTimesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final Workshop workshop = new Workshop(on -> {
        on.due("note", (call, subject) -> note(call, subject));
        on.due("again", (call, subject) -> {
            note(call, subject);
            call.later("again", subject, call.now().plus(HOUR));
        });
        on.due(
                "stop",
                (call, subject) ->
                        dueTimes().journey(Workshop.HERE).orElseThrow().stop());
        on.due("fail", (call, subject) -> {
            note(call, subject);
            throw new IllegalStateException("cannot do " + subject);
        });
    });
    private final DueTimes dueTimes = new DueTimes(workshop.store, workshop.scope);

    private DueTimes dueTimes() {
        return dueTimes;
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private void note(Call call, String subject) {
        done.add(subject + " "
                + Duration.between(workshop.time.get(), call.now()).toMinutes());
    }

    private void schedule(String kind, String subject, Duration in) {
        schedule(Workshop.HERE, kind, subject, in);
    }

    private void schedule(String account, String kind, String subject, Duration in) {
        workshop.inside(account, call -> {
            call.later(kind, subject, call.now().plus(in));
            return subject;
        });
    }

    private Instant in(Duration time) {
        return workshop.time.get().plus(time);
    }

    @Test
    void runsDueJobsInOrder() {
        schedule("note", "third", Duration.ofMinutes(3));
        schedule("note", "first", Duration.ofMinutes(1));
        schedule("note", "second", Duration.ofMinutes(2));
        schedule("note", "much later", HOUR);
        assertThat(dueTimes.fireAll()).isZero();
        workshop.time.updateAndGet(now -> now.plus(Duration.ofMinutes(3)));
        assertThat(dueTimes.fireAll()).isEqualTo(3);
        assertThat(done).containsExactly("first 0", "second 0", "third 0");
        assertThat(dueTimes.fireAll()).isZero();
    }

    @Test
    void movesAClockToEachTimeOnTheWay() {
        schedule("note", "second", Duration.ofMinutes(20));
        schedule("note", "first", Duration.ofMinutes(10));
        schedule("note", "beyond", HOUR.plusMillis(1));
        Journey move = dueTimes.move(Workshop.HERE, in(HOUR), Pace.FROZEN);
        assertThat(done).containsExactly("first 10", "second 20");
        assertThat(move.arrived()).isTrue();
        assertThat(move.first().stream().map(Due::subject)).containsExactly("first", "second");
        assertThat(workshop.clock.now(Workshop.HERE)).isEqualTo(in(HOUR));
    }

    @Test
    void runsJobsThatJobsSchedule() {
        schedule("again", "chain", Duration.ofMinutes(30));
        assertThat(dueTimes.move(Workshop.HERE, in(HOUR.multipliedBy(3)), Pace.FROZEN)
                        .fired())
                .isEqualTo(3);
        assertThat(done).containsExactly("chain 30", "chain 90", "chain 150");
        assertThat(dueTimes.move(Workshop.HERE, in(HOUR.multipliedBy(4)), Pace.FROZEN)
                        .fired())
                .isEqualTo(1);
    }

    @Test
    void stopsAClockOnTheWay() {
        schedule("again", "chain", HOUR);
        schedule("stop", "here", HOUR.multipliedBy(3));
        Instant far = in(HOUR.multipliedBy(5));

        Journey first = dueTimes.move(Workshop.HERE, far, Pace.USUAL);
        assertThat(first.arrived()).isFalse();
        assertThat(first.counts()).isEqualTo(Map.of("again", 2L, "stop", 1L));
        assertThat(workshop.clock.now(Workshop.HERE)).isEqualTo(in(HOUR.multipliedBy(3)));

        Journey rest = dueTimes.move(Workshop.HERE, far, Pace.USUAL);
        assertThat(rest.arrived()).isTrue();
        assertThat(rest.fired()).isEqualTo(3);
        assertThat(workshop.clock.now(Workshop.HERE)).isEqualTo(far);
        assertThat(dueTimes.journey(Workshop.HERE)).isEmpty();
    }

    @Test
    void keepsTheFirstHundredJobsInFull() {
        schedule("again", "chain", HOUR);

        Journey journey = dueTimes.move(Workshop.HERE, in(HOUR.multipliedBy(250)), Pace.FROZEN);

        assertThat(journey.fired()).isEqualTo(250);
        assertThat(journey.first()).hasSize(100);
        assertThat(journey.counts()).isEqualTo(Map.of("again", 250L));
    }

    @Test
    void scalesAClock() {
        dueTimes.move(Workshop.HERE, in(HOUR), new Pace(false, 60));
        workshop.time.updateAndGet(now -> now.plusSeconds(10));

        assertThat(workshop.clock.now(Workshop.HERE))
                .isEqualTo(in(HOUR).plus(Duration.ofMinutes(10)).minusSeconds(10));
    }

    @Test
    void movesOneAccountOnly() {
        workshop.account("there");
        schedule("note", "here", Duration.ofMinutes(10));
        schedule("there", "note", "there", Duration.ofMinutes(10));
        dueTimes.move(Workshop.HERE, in(HOUR), Pace.FROZEN);
        assertThat(done).containsExactly("here 10");
        assertThat(workshop.clock.now("there")).isEqualTo(in(Duration.ZERO));
    }

    @Test
    void freezesMovesAndReleasesAClock() {
        dueTimes.move(Workshop.HERE, in(HOUR), Pace.FROZEN);
        Instant frozen = workshop.clock.now(Workshop.HERE);
        workshop.time.updateAndGet(now -> now.plus(HOUR));
        assertThat(workshop.clock.now(Workshop.HERE)).isEqualTo(frozen);
        dueTimes.move(Workshop.HERE, frozen.plus(HOUR.multipliedBy(5)), Pace.USUAL);
        workshop.time.updateAndGet(now -> now.plus(HOUR));
        assertThat(workshop.clock.now(Workshop.HERE)).isEqualTo(frozen.plus(HOUR.multipliedBy(6)));
        dueTimes.release(Workshop.HERE);
        assertThat(workshop.clock.now(Workshop.HERE)).isEqualTo(workshop.time.get());
    }

    @Test
    void setsAClockBackWithoutDoingAnything() {
        schedule("note", "later", HOUR);
        assertThat(dueTimes.move(Workshop.HERE, in(HOUR.negated()), Pace.FROZEN).fired())
                .isZero();
        assertThat(workshop.clock.now(Workshop.HERE)).isEqualTo(in(HOUR.negated()));
        assertThat(done).isEmpty();
    }

    @Test
    void remembersAClockInTheAccountsRow() {
        dueTimes.move(Workshop.HERE, in(HOUR), Pace.FROZEN);
        Clock other = new Clock(workshop.time::get);
        workshop.inside(Workshop.HERE, call -> {
            other.follow(call.account());
            return "";
        });
        assertThat(other.now(Workshop.HERE)).isEqualTo(in(HOUR));
    }

    @Test
    void replacesAndForgets() {
        schedule("note", "moved", Duration.ofMinutes(10));
        schedule("note", "moved", Duration.ofMinutes(20));
        schedule("note", "forgotten", Duration.ofMinutes(10));
        workshop.inside(Workshop.HERE, call -> {
            call.cancel("note", "forgotten");
            return "";
        });
        dueTimes.move(Workshop.HERE, in(HOUR), Pace.FROZEN);
        assertThat(done).containsExactly("moved 20");
    }

    @Test
    void retriesFailedJobs() {
        schedule("fail", "it", Duration.ZERO);
        for (int i = 0; i < 2; i++) {
            // The installation's own worker may try it meanwhile, too.
            int before = done.size();
            assertThatThrownBy(dueTimes::fireAll).hasMessage("cannot do it");
            assertThat(List.copyOf(done)).hasSizeGreaterThan(before).containsOnly("it 0");
        }
    }

    @Test
    void runsJobsOfOtherAccountsAfterAFailure() {
        for (String account : List.of("a", "z")) {
            workshop.account(account);
            schedule(account, "note", account, Duration.ZERO);
        }
        schedule("fail", "here", Duration.ZERO);
        assertThatThrownBy(dueTimes::fireAll).hasMessage("cannot do here");
        assertThatThrownBy(dueTimes::fireAll).hasMessage("cannot do here");
        assertThat(done).contains("a 0", "z 0");
    }

    @Test
    void failsForAJobWithoutAHandler() {
        schedule("unknown", "it", Duration.ZERO);
        assertThatThrownBy(dueTimes::fireAll)
                .isInstanceOf(ContractViolation.class)
                .hasMessage("Nothing does what is due: unknown");
    }
}

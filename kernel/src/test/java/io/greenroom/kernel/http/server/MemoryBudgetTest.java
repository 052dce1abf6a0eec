package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The limit on the memory that all requests hold together. */
class MemoryBudgetTest {
    private final MemoryBudget budget = new MemoryBudget(10);
    private final MemoryBudget.Lease first = budget.lease();
    private final MemoryBudget.Lease second = budget.lease();

    @Test
    void refusesMoreThanItHas() {
        first.useAll();
        second.useAll();
        assertThat(first.take(6)).isTrue();
        assertThat(second.take(5)).isFalse();
        assertThat(second.take(4)).isTrue();
        assertThat(first.take(1)).isFalse();
    }

    @Test
    void keepsAHalfForKnownCallers() {
        assertThat(first.take(3)).isTrue();
        assertThat(second.take(3)).isFalse();
        assertThat(second.take(2)).isTrue();
        assertThat(first.heldByUnknown()).isEqualTo(3);
        second.useAll();
        assertThat(second.take(5)).isTrue();
        assertThat(second.heldByUnknown()).isZero();
    }

    @Test
    void reusesReleasedMemory() {
        first.useAll();
        assertThat(first.take(7)).isTrue();
        assertThat(first.take(4)).isFalse();
        first.release();
        first.release();
        assertThat(first.take(6)).as("what unknown callers may take").isFalse();
        second.useAll();
        assertThat(second.take(10)).isTrue();
        assertThat(first.take(1)).isFalse();
    }

    @Test
    void isSmallerThanTheHeap() {
        assertThat(MemoryBudget.ofHeap().lease().take(Runtime.getRuntime().maxMemory()))
                .isFalse();
        assertThat(MemoryBudget.ofHeap().lease().take(1024 * 1024)).isTrue();
    }
}

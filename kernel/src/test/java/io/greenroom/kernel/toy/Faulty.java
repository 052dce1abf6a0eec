package io.greenroom.kernel.toy;

import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store that fails on request. */
public final class Faulty {
    private final AtomicReference<Optional<Supplier<RuntimeException>>> reads = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Supplier<RuntimeException>>> writes =
            new AtomicReference<>(Optional.empty());

    /** From now on every unit fails. */
    public void fail(Supplier<RuntimeException> fault) {
        reads.set(Optional.of(fault));
        writes.set(Optional.of(fault));
    }

    /** From now on every unit that writes fails after it has run. */
    public void failWrites(Supplier<RuntimeException> fault) {
        writes.set(Optional.of(fault));
    }

    public void heal() {
        reads.set(Optional.empty());
        writes.set(Optional.empty());
    }

    private static void failIf(AtomicReference<Optional<Supplier<RuntimeException>>> faults) {
        faults.get().ifPresent(fault -> {
            throw fault.get();
        });
    }

    /** Wraps the real store. */
    public Store between(Store real) {
        return new FaultyStore(real);
    }

    /** The real store, with the failures in front of it. */
    private final class FaultyStore implements Store {
        private final Store real;

        FaultyStore(Store real) {
            this.real = real;
        }

        @Override
        public <T> T read(String account, Function<Transaction, T> unit) {
            failIf(reads);
            return real.read(account, unit);
        }

        @Override
        public <T> T write(String account, Function<Transaction, T> unit) {
            return real.write(account, transaction -> {
                T answer = unit.apply(transaction);
                failIf(writes);
                return answer;
            });
        }

        @Override
        public Counters counters(CounterKind kind) {
            return real.counters(kind);
        }

        @Override
        public Queues queues() {
            return real.queues();
        }

        @Override
        public boolean isAlive() {
            return real.isAlive();
        }

        @Override
        public void check() {
            real.check();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}

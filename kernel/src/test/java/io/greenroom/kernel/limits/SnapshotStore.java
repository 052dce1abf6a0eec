package io.greenroom.kernel.limits;

import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.Counters;
import io.greenroom.kernel.store.Queues;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/** A store without documents: its snapshots know only their account. */
record SnapshotStore(Counters counters) implements Store {
    @Override
    public Counters counters(CounterKind kind) {
        return counters;
    }

    @Override
    public <T> T read(String account, Function<Transaction, T> unit) {
        Object snapshot = Proxy.newProxyInstance(
                Transaction.class.getClassLoader(), new Class<?>[] {Transaction.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("account")) {
                        return account;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        return unit.apply((Transaction) snapshot);
    }

    @Override
    public <T> T write(String account, Function<Transaction, T> unit) {
        throw new UnsupportedOperationException("write");
    }

    @Override
    public Queues queues() {
        throw new UnsupportedOperationException("queues");
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void check() {}

    @Override
    public void close() {}
}

package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.websocket.Wire;
import java.io.IOException;

/** A connection, as the WebSocket protocol uses it. */
final class ConnectionWire implements Wire {
    private final Connection connection;
    private final Input input;
    private final MemoryBudget budget;

    ConnectionWire(Connection connection, Input input, MemoryBudget budget) {
        this.connection = connection;
        this.input = input;
        this.budget = budget;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return input.read(target, offset, length);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        connection.write(bytes);
    }

    @Override
    public void cut() {
        connection.close();
    }

    @Override
    public boolean take(long bytes) {
        return budget.take(bytes);
    }

    @Override
    public void release(long bytes) {
        budget.release(bytes);
    }

    @Override
    public long nanos() {
        return Connection.nanos();
    }
}

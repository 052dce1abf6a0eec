package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.websocket.Wire;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A guarded connection, as the WebSocket protocol uses it. */
final class GuardedWire implements Wire {
    private final GuardedContext guarded;
    private final MemoryBudget budget;

    GuardedWire(GuardedContext guarded, MemoryBudget budget) {
        this.guarded = guarded;
        this.budget = budget;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        DataReader client = guarded.dataReader();
        try {
            client.ensureAvailable();
            int count = Math.min(length, client.available());
            client.readBuffer(count).read(target, offset, count);
            return count;
        } catch (DataReader.InsufficientDataAvailableException e) {
            return -1;
        } catch (CloseConnectionException | UncheckedIOException e) {
            throw new IOException("The client cannot be read from", e);
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            guarded.writeNow(BufferData.createReadOnly(bytes, 0, bytes.length));
        } catch (UncheckedIOException e) {
            throw new IOException("The client cannot be written to", e);
        }
    }

    @Override
    public void cut() {
        guarded.closeSocket();
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
        return GuardedContext.nanos();
    }
}

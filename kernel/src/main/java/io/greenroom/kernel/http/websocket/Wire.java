package io.greenroom.kernel.http.websocket;

import java.io.IOException;

/** The connection below a WebSocket. One thread reads, another writes, any may call the rest. */
public interface Wire {

    /**
     * Reads at least one byte, and waits for it.
     *
     * @return the number of bytes; -1 when the client has closed its side
     */
    int read(byte[] target, int offset, int length) throws IOException;

    /** Writes all bytes at once, and waits until the client's system takes them. */
    void write(byte[] bytes) throws IOException;

    /** Closes the connection, so that reads and writes that wait for it fail. */
    void cut();

    /** Takes memory from the server's budget, if there is as much. */
    boolean take(long bytes);

    /** Returns memory to the server's budget. */
    void release(long bytes);

    /** A time in nanoseconds that only differences are made of. */
    long nanos();
}

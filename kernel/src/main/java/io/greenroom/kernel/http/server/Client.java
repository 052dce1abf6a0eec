package io.greenroom.kernel.http.server;

import java.io.IOException;

/** Where an answer goes. Used by one thread. */
@FunctionalInterface
interface Client {

    /** Writes all these bytes, and waits until the client's system takes them. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Writes a whole array. */
    default void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }
}

package io.greenroom.kernel.http.websocket;

import java.io.EOFException;
import java.io.IOException;

/** Reads frames from the wire. Used by the session's thread; others may ask when the client was last active. */
final class FrameReader {
    /** A frame must arrive at a kilobyte a second at least: slower bytes do not count as activity. */
    private static final long NANOS_PER_BYTE = 1_000_000_000L / 1024;

    /** What is read and thrown away while the session closes. */
    private static final long MOST_DISCARDED = 16L * 1024 * 1024;

    private static final int PIECE_BYTES = 8 * 1024;

    private final Wire wire;
    private final byte[] field = new byte[8];
    private volatile long activeAt;
    private long frameSince;
    private long frameBytes;
    /** The rest of the current frame's payload. */
    private long left;

    private int mask;
    private int maskAt;
    private long discarded;

    FrameReader(Wire wire) {
        this.wire = wire;
        this.activeAt = wire.nanos();
    }

    /** When the client was last active, by {@link Wire#nanos}. */
    long activeAt() {
        return activeAt;
    }

    /** Counts as activity, because the session did not read until now. */
    void resume() {
        activeAt = wire.nanos();
    }

    /** Reads the head of the next frame, after what is left of the current one. */
    FrameHead next() throws IOException {
        discard();
        frameBytes = 0;
        long start = number(2);
        int lengthByte = (int) start & 0x7f;
        long length =
                switch (lengthByte) {
                    case 126 -> number(2);
                    case 127 -> number(8);
                    default -> lengthByte;
                };
        boolean shortest = lengthByte < 126 || (lengthByte == 126 ? length >= 126 : length > 0xffff);
        boolean masked = (start & 0x80) != 0;
        mask = masked ? (int) number(4) : 0;
        maskAt = 0;
        left = length;
        if (left == 0) {
            activeAt = wire.nanos();
        }
        int first = (int) start >> 8;
        return new FrameHead((first & 0x80) != 0, (first >> 4) & 7, first & 0xf, masked, shortest, length, mask);
    }

    /** The whole payload of a short frame. */
    byte[] payload() throws IOException {
        byte[] payload = new byte[(int) left];
        for (int at = 0; at < payload.length; ) {
            at += payload(payload, at, payload.length - at);
        }
        return payload;
    }

    /** Reads some of the current frame's payload, unmasked; at least one byte, which must be left. */
    int payload(byte[] target, int offset, int most) throws IOException {
        int count = receive(target, offset, (int) Math.min(most, left));
        for (int i = offset; i < offset + count; i++) {
            target[i] ^= (byte) (mask >>> (24 - 8 * (maskAt++ & 3)));
        }
        left -= count;
        if (left == 0) {
            activeAt = wire.nanos();
        }
        return count;
    }

    private void discard() throws IOException {
        if (left < 0) {
            throw new EOFException("A frame has no end");
        }
        byte[] waste = new byte[(int) Math.min(left, PIECE_BYTES)];
        while (left > 0) {
            int count = receive(waste, 0, (int) Math.min(left, waste.length));
            left -= count;
            discarded += count;
            if (discarded > MOST_DISCARDED) {
                throw new EOFException("The client does not stop sending");
            }
        }
    }

    private long number(int bytes) throws IOException {
        for (int at = 0; at < bytes; ) {
            at += receive(field, at, bytes - at);
        }
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = (number << 8) | (field[i] & 0xff);
        }
        return number;
    }

    private int receive(byte[] target, int offset, int most) throws IOException {
        int count = wire.read(target, offset, most);
        if (count < 0) {
            throw new EOFException("The client closed the connection");
        }
        long now = wire.nanos();
        if (frameBytes == 0) {
            frameSince = now;
        }
        frameBytes += count;
        activeAt = Math.min(now, frameSince + frameBytes * NANOS_PER_BYTE);
        return count;
    }
}

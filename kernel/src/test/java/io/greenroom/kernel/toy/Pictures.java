package io.greenroom.kernel.toy;

import java.nio.ByteBuffer;

/** Pictures to upload. */
public final class Pictures {
    private Pictures() {}

    /** The head of a PNG of one pixel, and whatever follows, so many bytes in all. */
    public static byte[] png(int bytes) {
        return ByteBuffer.allocate(bytes)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(1)
                .putInt(1)
                .put((byte) 8)
                .put((byte) 2)
                .array();
    }
}

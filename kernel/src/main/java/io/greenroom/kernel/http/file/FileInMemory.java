package io.greenroom.kernel.http.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A file that was made for one answer. Its entity tag is a digest of its bytes. */
final class FileInMemory implements OpenedFile {
    private static final int TAG_BYTES = 16;

    private final byte[] bytes;

    FileInMemory(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public String entityTag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Instant> modified() {
        return Optional.empty();
    }

    @Override
    public int read(long position, byte[] target, int most) {
        int count = (int) Math.min(most, bytes.length - position);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(bytes, (int) position, target, 0, count);
        return count;
    }

    @Override
    public void close() {}
}

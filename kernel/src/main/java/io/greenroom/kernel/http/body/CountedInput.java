package io.greenroom.kernel.http.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that ends when it becomes too long. The multipart parser takes every failure of its stream for a malformed
 * form, so this one remembers what really happened.
 */
final class CountedInput extends FilterInputStream {
    private final long most;
    private long count;
    private @Nullable IOException failure;

    CountedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int read = count > most ? -1 : in.read(target, offset, length);
            count += Math.max(read, 0);
            return count > most ? -1 : read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Throws what went wrong, if it was this stream and not what it holds. */
    void rethrow() throws BodyFault, IOException {
        if (failure != null) {
            throw failure;
        }
        if (count > most) {
            throw BodyFault.beyond(BodyFault.Reason.BODY_TOO_LARGE, "", most);
        }
    }
}

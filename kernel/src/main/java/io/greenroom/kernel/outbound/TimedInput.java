package io.greenroom.kernel.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** What a target sends, read no later than a deadline: one that sends byte after byte gains no time. */
final class TimedInput extends InputStream {
    private static final int BUFFER = 4_096;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private Deadline deadline;

    TimedInput(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.deadline = deadline;
    }

    void until(Deadline later) {
        deadline = later;
    }

    /** Whether something has arrived that was not asked for. */
    boolean hasLeftover() throws IOException {
        return next < end || in.available() > 0;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0 || !fill()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, bytes, from, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (next == end) {
            try {
                socket.setSoTimeout(deadline.left());
                next = 0;
                end = Math.max(0, in.read(buffer, 0, BUFFER));
            } catch (SocketTimeoutException e) {
                throw new SocketTimeoutException("no answer in time");
            }
        }
        return next < end;
    }
}

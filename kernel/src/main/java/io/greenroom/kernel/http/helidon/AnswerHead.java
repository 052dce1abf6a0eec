package io.greenroom.kernel.http.helidon;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Header;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.DateTime;
import io.helidon.http.Status;
import java.nio.charset.StandardCharsets;

/**
 * The head of an answer: its status, what HTTP itself needs to say, and the answer's own headers. Used by one thread.
 */
final class AnswerHead {
    private static final byte[][] STATUS_LINES = new byte[600][];
    private static final byte[] DATE = ascii("Date: ");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] END = ascii("\r\n");

    /** The length of a body that is sent in chunks. */
    static final long UNKNOWN_LENGTH = -1;

    /** More than the status line, the date, the connection and the length ever take together. */
    private static final int ROOM = 256;

    private final Answer answer;
    private final boolean keepAlive;
    private final long bodyLength;
    private byte[] bytes = {};
    private int length;

    /**
     * The head of one answer.
     *
     * @param bodyLength of the body, which need not be sent; {@link #UNKNOWN_LENGTH} if it is sent in chunks
     */
    AnswerHead(Answer answer, boolean keepAlive, long bodyLength) {
        this.answer = answer;
        this.keepAlive = keepAlive;
        this.bodyLength = bodyLength;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether an answer of that status has a body and a type. With 204 the API sends a length all the same. */
    boolean hasBody() {
        return answer.status() != 204 && answer.status() != 304;
    }

    /** The head, and behind it the body or the part of it that is sent at once. */
    BufferData with(byte[] body) {
        int own = 0;
        for (Header header : answer.headers()) {
            own += header.length();
        }
        bytes = new byte[ROOM + own + body.length];
        append(statusLine(answer.status()));
        if (!hasDate()) {
            append(DATE);
            append(DateTime.http1Bytes());
        }
        append(keepAlive ? KEEP_ALIVE : CLOSE);
        appendLength();
        for (Header header : answer.headers()) {
            if (hasBody() || !header.is("Content-Type")) {
                length = header.copyTo(bytes, length);
            }
        }
        append(END);
        append(body);
        return BufferData.create(bytes, 0, length);
    }

    /** With 304 a length would be the file's, not 0 (RFC 9110 section 8.6). */
    private void appendLength() {
        if (answer.status() == 304) {
            return;
        }
        if (bodyLength == UNKNOWN_LENGTH) {
            append(CHUNKED);
        } else {
            append(LENGTH);
            append(ascii(Long.toString(hasBody() ? bodyLength : 0)));
            append(END);
        }
    }

    private boolean hasDate() {
        for (Header header : answer.headers()) {
            if (header.is("Date")) {
                return true;
            }
        }
        return false;
    }

    private void append(byte[] more) {
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private static byte[] statusLine(int status) {
        byte[] line = STATUS_LINES[status];
        if (line == null) {
            line = ascii("HTTP/1.1 " + status + " " + Status.create(status).reasonPhrase() + "\r\n");
            STATUS_LINES[status] = line;
        }
        return line;
    }
}

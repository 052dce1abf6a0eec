package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The head of an answer: its status, what HTTP itself needs to say, and the answer's own headers. Used by one thread.
 */
final class AnswerHead {
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] CHUNKED = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] END = ascii("\r\n");
    private static final byte[] NOTHING = {};

    /** The length of a body that is sent in chunks, or ends with the connection. */
    static final long UNKNOWN_LENGTH = -1;

    /** More than the status line, the date, the connection and the length ever take together. */
    private static final int ROOM = 256;

    private final Answer answer;
    private final Terms terms;
    private final byte[] date;
    private final long bodyLength;
    private byte[] bytes = {};
    private int length;

    /**
     * The head of one answer.
     *
     * @param date the line with the date
     * @param bodyLength of the body, which need not be sent; {@link #UNKNOWN_LENGTH} if it is sent in chunks, or ends
     *     with the connection
     */
    AnswerHead(Answer answer, Terms terms, byte[] date, long bodyLength) {
        this.answer = answer;
        this.terms = terms;
        this.date = date;
        this.bodyLength = bodyLength;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether an answer of that status has a body and a type. With 204 the API sends a length all the same. */
    boolean hasBody() {
        return answer.status() != 204 && answer.status() != 304;
    }

    /** Sends the head, and in the same write the body or the part of it that is given here. */
    void sendTo(Client client, byte[] body) throws IOException {
        int own = 0;
        for (Header header : answer.headers()) {
            own += header.length();
        }
        bytes = new byte[ROOM + own + body.length];
        append(StatusLine.of(answer.status(), terms.old()));
        if (!hasDate()) {
            append(date);
        }
        append(terms.keepAlive() ? KEEP_ALIVE : CLOSE);
        appendLength();
        for (Header header : answer.headers()) {
            if (hasBody() || !header.is("Content-Type")) {
                length = header.copyTo(bytes, length);
            }
        }
        append(END);
        append(body);
        client.write(bytes, 0, length);
    }

    /** With 304 a length would be the file's, not 0 (RFC 9110 section 8.6). */
    private void appendLength() {
        if (answer.status() == 304) {
            return;
        }
        if (bodyLength == UNKNOWN_LENGTH) {
            append(terms.old() ? NOTHING : CHUNKED);
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
}

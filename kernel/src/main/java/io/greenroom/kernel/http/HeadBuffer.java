package io.greenroom.kernel.http;

import java.util.Arrays;

/** The bytes of an answer's head while they are put together. */
final class HeadBuffer {
    private byte[] bytes;
    private int length;

    HeadBuffer(int capacity) {
        this.bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void put(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** A number that is not negative, in decimal digits. */
    void put(long number) {
        reserve(20);
        int end = length + 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            end++;
        }
        long rest = number;
        for (int i = end - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    /** A header's line. */
    void put(Answer.Header header) throws AnswerWriter.Unsendable {
        byte[] line = header.line();
        if (line != null) {
            put(line);
            return;
        }
        reserve(header.name().length() + header.value().length() + 4);
        put(header.name(), header);
        bytes[length++] = ':';
        bytes[length++] = ' ';
        put(header.value(), header);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
    }

    /** A header's text. What would end its line, and with it the header, is refused; what is not ASCII becomes "?". */
    private void put(String text, Answer.Header header) throws AnswerWriter.Unsendable {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t') {
                throw new AnswerWriter.Unsendable("The header " + header.name() + " holds a control character");
            }
            bytes[length++] = c < 127 ? (byte) c : (byte) '?';
        }
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}

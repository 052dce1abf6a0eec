package io.greenroom.kernel.outbound;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer of HTTP/1.1. Used by one thread. */
final class AnswerReader {
    /** The longest body that is read; the rest is left, and the connection closed. */
    static final int BODY_BYTES = 64 * 1024;

    private static final int HEAD_BYTES = 16 * 1024;
    private static final int INTERIM_ANSWERS = 5;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})(?:[ \t]*;.*)?");

    private final InputStream in;
    private final List<String> head = new ArrayList<>();
    private int headBytes;
    private boolean reusable;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** Whether the connection can be used again. */
    boolean reusable() {
        return reusable;
    }

    Outcome.Answered read() throws IOException {
        int status = readHead();
        for (int interim = 0; status < 200; interim++) {
            if (interim == INTERIM_ANSWERS) {
                throw new IOException("the answer does not begin");
            }
            status = readHead();
        }
        reusable = head.getFirst().startsWith("HTTP/1.1")
                && header("connection").filter(value -> value.contains("close")).isEmpty();
        byte[] body = status == 204 || status == 304 ? new byte[0] : readBody();
        return new Outcome.Answered(status, String.join("\r\n", head), body);
    }

    private int readHead() throws IOException {
        head.clear();
        String line = line();
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new IOException("the answer is not one of HTTP/1.1");
        }
        while (!line.isEmpty()) {
            head.add(line);
            line = line();
        }
        return Integer.parseInt(status.group(2));
    }

    private Optional<String> header(String name) {
        return head.stream()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            headBytes++;
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (headBytes > HEAD_BYTES) {
                throw new IOException("the head of the answer is too long");
            }
            line.append((char) next);
            next = in.read();
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private byte[] readBody() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Optional<String> length = header("content-length");
        if (header("transfer-encoding").isPresent()) {
            readChunks(body);
        } else if (length.isPresent()) {
            if (!LENGTH.matcher(length.get()).matches()) {
                throw new IOException("the length of the answer is no number");
            }
            readExactly(Long.parseLong(length.get()), body);
        } else {
            reusable = false;
            body.write(in.readNBytes(BODY_BYTES));
        }
        return body.toByteArray();
    }

    private void readExactly(long length, ByteArrayOutputStream body) throws IOException {
        int wanted = (int) Math.min(length, BODY_BYTES - body.size());
        byte[] bytes = in.readNBytes(wanted);
        body.write(bytes);
        if (bytes.length < wanted) {
            throw new EOFException("the connection was closed");
        }
        reusable &= wanted == length;
    }

    private void readChunks(ByteArrayOutputStream body) throws IOException {
        long size = chunkSize();
        while (size > 0) {
            readExactly(size, body);
            if (body.size() == BODY_BYTES) {
                reusable = false;
                return;
            }
            line();
            size = chunkSize();
        }
        while (!line().isEmpty()) {
            headBytes++; // A trailer counts as part of the head.
        }
    }

    private long chunkSize() throws IOException {
        Matcher size = CHUNK.matcher(line());
        if (!size.matches()) {
            throw new IOException("the answer has no proper chunks");
        }
        return Long.parseLong(size.group(1), 16);
    }
}

package io.greenroom.kernel.http.server;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Header;
import io.greenroom.kernel.http.file.ByteRange;
import io.greenroom.kernel.http.file.FileSelection;
import io.greenroom.kernel.http.file.OpenedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to one request for a file: the whole file, ranges of it, or the status that refuses both.
 *
 * @param head the status and headers; its bytes are the body if there are no parts
 * @param parts of the file, in the order in which they are sent
 * @param end what follows the parts, in ASCII
 */
record FileAnswer(Answer head, List<Part> parts, String end) {
    private static final Header ACCEPT_RANGES = new Header("Accept-Ranges", "bytes");
    private static final Header NO_STORE = new Header("Cache-Control", "no-store");

    /**
     * A range of the file.
     *
     * @param before what is sent before it, in ASCII
     */
    record Part(String before, ByteRange range) {}

    static FileAnswer of(Answer answer, OpenedFile file, FileSelection selection) {
        return switch (selection.status()) {
            case 200 -> whole(answer, file);
            case 206 ->
                selection.ranges().size() == 1
                        ? oneRange(answer, file, selection.ranges().getFirst())
                        : manyRanges(answer, file, selection.ranges());
            case 304 -> new FileAnswer(validated(describing(Answer.nothing(304), answer, true), file), List.of(), "");
            default -> refused(answer, file, selection.status());
        };
    }

    private static FileAnswer whole(Answer answer, OpenedFile file) {
        Answer head = validated(copied(Answer.nothing(200), answer, true), file);
        boolean empty = file.length() == 0;
        ByteRange all = new ByteRange(0, file.length() - 1);
        return new FileAnswer(head, empty ? List.of() : List.of(new Part("", all)), "");
    }

    private static FileAnswer oneRange(Answer answer, OpenedFile file, ByteRange range) {
        Answer head = validated(copied(Answer.nothing(206), answer, true), file)
                .header("Content-Range", range.contentRange(file.length()));
        return new FileAnswer(head, List.of(new Part("", range)), "");
    }

    /** What stands between the parts comes from the file's tag, so that no file can hold it on purpose. */
    private static FileAnswer manyRanges(Answer answer, OpenedFile file, List<ByteRange> ranges) {
        String boundary = "greenroom-" + file.entityTag().replace("\"", "");
        String type = answer.headers().stream()
                .filter(header -> header.is("Content-Type"))
                .map(header -> "Content-Type: " + header.value() + "\r\n")
                .findFirst()
                .orElse("");
        List<Part> parts = new ArrayList<>(ranges.size());
        for (ByteRange range : ranges) {
            parts.add(new Part(
                    (parts.isEmpty() ? "" : "\r\n") + "--" + boundary + "\r\n" + type + "Content-Range: "
                            + range.contentRange(file.length()) + "\r\n\r\n",
                    range));
        }
        Answer head = validated(copied(Answer.nothing(206), answer, false), file)
                .header("Content-Type", "multipart/byteranges; boundary=" + boundary);
        return new FileAnswer(head, parts, "\r\n--" + boundary + "--\r\n");
    }

    /** The refusal itself must not be kept by caches for as long as the file may be. */
    private static FileAnswer refused(Answer answer, OpenedFile file, int status) {
        Answer head = describing(ProtocolFaults.refused(status), answer, false).header(NO_STORE);
        if (status == 416) {
            head.header("Content-Range", "bytes */" + file.length());
        }
        return new FileAnswer(head, List.of(), "");
    }

    private static Answer copied(Answer head, Answer from, boolean type) {
        for (Header header : from.headers()) {
            if (type || !header.is("Content-Type")) {
                head.header(header);
            }
        }
        return head;
    }

    /** Copies the headers that are not about the file's content. */
    private static Answer describing(Answer head, Answer from, boolean caching) {
        for (Header header : from.headers()) {
            boolean ofContent = header.name().regionMatches(true, 0, "Content-", 0, 8);
            if (!ofContent && (caching || !header.is("Cache-Control"))) {
                head.header(header);
            }
        }
        return head;
    }

    private static Answer validated(Answer head, OpenedFile file) {
        head.header("ETag", file.entityTag()).header(ACCEPT_RANGES);
        FileSelection.lastModified(file).ifPresent(time -> head.header("Last-Modified", time));
        return head;
    }

    /** The length of the body. */
    long length() {
        long length = (long) head.bytes().length + end.length();
        for (Part part : parts) {
            length += part.before().length() + part.range().length();
        }
        return length;
    }
}

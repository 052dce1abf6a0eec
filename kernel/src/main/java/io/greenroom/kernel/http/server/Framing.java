package io.greenroom.kernel.http.server;

import java.util.List;
import java.util.Optional;

/**
 * How a request marks the end of its body (RFC 9112 section 6).
 *
 * @param chunked whether the body comes in chunks, the last of which is empty
 * @param length of a body that does not, 0 when there is none
 */
record Framing(boolean chunked, long length) {
    private static final Optional<Framing> NONE = Optional.of(new Framing(false, 0));
    private static final Optional<Framing> CHUNKED = Optional.of(new Framing(true, 0));
    private static final int MOST_DIGITS = 18;

    /** Empty if a proxy between the client and us may have seen another end of the body than we would. */
    static Optional<Framing> of(RequestHead head) {
        List<String> lengths = head.all("Content-Length");
        List<String> codings = head.all("Transfer-Encoding");
        if (!codings.isEmpty()) {
            return lengths.isEmpty() && !head.isOld() ? coded(codings) : Optional.empty();
        }
        return lengths.isEmpty() ? NONE : counted(lengths);
    }

    private static Optional<Framing> coded(List<String> codings) {
        return codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked") ? CHUNKED : Optional.empty();
    }

    private static Optional<Framing> counted(List<String> lengths) {
        String length = lengths.getFirst();
        boolean number = lengths.size() == 1
                && !length.isEmpty()
                && length.length() <= MOST_DIGITS
                && length.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(new Framing(false, Long.parseLong(length))) : Optional.empty();
    }
}

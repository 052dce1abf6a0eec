package io.greenroom.kernel.http.file;

/**
 * A range of a file's bytes that lies within the file.
 *
 * @param first its first byte, counted from 0
 * @param last its last byte, which belongs to it
 */
public record ByteRange(long first, long last) {

    public long length() {
        return last - first + 1;
    }

    /** The value of a {@code Content-Range} header. */
    public String contentRange(long fileLength) {
        return "bytes " + first + "-" + last + "/" + fileLength;
    }
}

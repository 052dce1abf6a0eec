package io.greenroom.kernel.http.body;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is, by its bytes and not by its name: a picture whose head says how large it is, or something else. */
public enum ContentKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    OTHER("application/octet-stream");

    private static final int MAX_JPEG_SEGMENTS = 500;
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int PNG_HEADER = 0x49484452;

    private final String contentType;

    ContentKind(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** Looks at the head of a file; a picture that ends within its head is none. */
    public static ContentKind of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.mark(8);
            byte[] start = in.readNBytes(4);
            in.reset();
            if (start.length < 4) {
                return OTHER;
            }
            return switch (start[0] & 0xff) {
                case 0xff -> isJpeg(in) ? JPEG : OTHER;
                case 0x89 -> isPng(in) ? PNG : OTHER;
                case 'G' -> isGif(in) ? GIF : OTHER;
                default -> OTHER;
            };
        } catch (EOFException e) {
            return OTHER;
        }
    }

    private static boolean isPng(DataInputStream in) throws IOException {
        if (in.readLong() != PNG_SIGNATURE || in.readInt() != 13 || in.readInt() != PNG_HEADER) {
            return false;
        }
        int width = in.readInt();
        int height = in.readInt();
        int depth = in.readUnsignedByte();
        int colours = in.readUnsignedByte();
        int methods = in.readUnsignedShort();
        boolean interlaced = in.readUnsignedByte() <= 1;
        in.readInt();
        boolean known = colours <= 6 && colours != 1 && colours != 5 && Integer.bitCount(depth) == 1 && depth <= 16;
        return width > 0 && height > 0 && known && methods == 0 && interlaced;
    }

    private static boolean isGif(DataInputStream in) throws IOException {
        byte[] version = new byte[6];
        in.readFully(version);
        boolean known = Arrays.equals(version, new byte[] {'G', 'I', 'F', '8', '9', 'a'})
                || Arrays.equals(version, new byte[] {'G', 'I', 'F', '8', '7', 'a'});
        int width = in.readUnsignedShort();
        int height = in.readUnsignedShort();
        int flags = in.readUnsignedByte();
        in.readUnsignedShort();
        if ((flags & 0x80) != 0) {
            in.skipNBytes(3L << ((flags & 7) + 1));
        }
        return known && width > 0 && height > 0;
    }

    /** Walks over the segments to the frame header, the one that holds the size. */
    private static boolean isJpeg(DataInputStream in) throws IOException {
        if (in.readUnsignedShort() != 0xffd8) {
            return false;
        }
        for (int i = 0; i < MAX_JPEG_SEGMENTS; i++) {
            int marker = marker(in);
            if (marker < 0xc0 || marker == 0xd8 || marker == 0xd9 || marker == 0xda) {
                return false;
            }
            int length = in.readUnsignedShort();
            if (length < 2) {
                return false;
            }
            if (isFrameHeader(marker)) {
                return length >= 11 && isFrame(in);
            }
            in.skipNBytes(length - 2L);
        }
        return false;
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            return -1;
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** All of C0 to CF but the tables of Huffman and arithmetic codes and the extension. */
    private static boolean isFrameHeader(int marker) {
        return marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isFrame(DataInputStream in) throws IOException {
        int precision = in.readUnsignedByte();
        int height = in.readUnsignedShort();
        int width = in.readUnsignedShort();
        int components = in.readUnsignedByte();
        in.skipNBytes(components * 3L);
        return precision >= 2 && precision <= 16 && height > 0 && width > 0 && components >= 1 && components <= 4;
    }
}

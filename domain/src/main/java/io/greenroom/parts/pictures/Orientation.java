package io.greenroom.parts.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * How a camera was held: the orientation in a JPEG's Exif metadata (CIPA DC-008, tag 0x0112). Without the metadata the
 * pixels themselves must be turned.
 *
 * @param value from 1, upright, to 8
 */
record Orientation(int value) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int HEAD_BYTES = 64 * 1024;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int APP1 = 0xffe1;
    private static final int EXIF = 0x45786966;

    /** The orientation of a JPEG; upright when it names none. */
    static Orientation of(Path file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            int more = channel.read(head);
            while (more >= 0 && head.hasRemaining()) {
                more = channel.read(head);
            }
        }
        head.flip();
        try {
            return inSegments(head);
        } catch (IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static Orientation inSegments(ByteBuffer head) {
        int at = 2;
        while (at + 10 < head.limit() && (head.get(at) & 0xff) == 0xff) {
            int length = Short.toUnsignedInt(head.getShort(at + 2));
            if (Short.toUnsignedInt(head.getShort(at)) == APP1 && head.getInt(at + 4) == EXIF) {
                return inTiff(head.slice(at + 10, Math.min(length - 8, head.limit() - at - 10)));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY_BYTES;
            int value = Short.toUnsignedInt(tiff.getShort(at + 8));
            if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Turns a picture upright. */
    BufferedImage upright(BufferedImage image) {
        if (value == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lying = value >= 5;
        BufferedImage turned =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                int right = width - 1;
                int bottom = height - 1;
                int pixel =
                        switch (value) {
                            case 2 -> image.getRGB(right - x, y);
                            case 3 -> image.getRGB(right - x, bottom - y);
                            case 4 -> image.getRGB(x, bottom - y);
                            case 5 -> image.getRGB(y, x);
                            case 6 -> image.getRGB(y, bottom - x);
                            case 7 -> image.getRGB(right - y, bottom - x);
                            default -> image.getRGB(right - y, x);
                        };
                turned.setRGB(x, y, pixel);
            }
        }
        return turned;
    }
}

package io.greenroom.api.users;

import java.util.Base64;

/** The smallest pictures of their kinds. */
final class TestPictures {
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static final byte[] GIF = Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private TestPictures() {}

    /** A picture with nothing behind its end but bytes, to be too large. */
    static byte[] png(int size) {
        byte[] picture = new byte[size];
        System.arraycopy(PNG, 0, picture, 0, PNG.length);
        return picture;
    }
}

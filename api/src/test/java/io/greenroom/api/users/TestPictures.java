package io.greenroom.api.users;

import io.greenroom.kernel.Media;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;

/** The smallest pictures of their kinds. */
final class TestPictures {
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static final byte[] GIF = Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private TestPictures() {}

    /** How many files stand beside the store. */
    static long kept(Scene scene) {
        Media media = scene.installation().scope().media();
        try {
            Path mark = Files.createTempFile("mark", "");
            media.keep("mark", mark);
            Files.delete(mark);
            Path folder = media.find("mark").orElseThrow().getParent();
            media.forget("mark");
            try (Stream<Path> files = Files.list(folder)) {
                return files.count();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture with nothing behind its end but bytes, to be too large. */
    static byte[] png(int size) {
        byte[] picture = new byte[size];
        System.arraycopy(PNG, 0, picture, 0, PNG.length);
        return picture;
    }
}

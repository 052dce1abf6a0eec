package io.greenroom.kernel.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentKindTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
    void knowsPictures(String format, ContentKind kind) throws IOException {
        assertThat(kindOf(picture(format))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"png, 33", "jpg, 100", "gif, 13"})
    void takesAPictureThatEndsInItsHeadForNone(String format, int bytes) throws IOException {
        byte[] whole = picture(format);
        for (int length = 0; length < bytes; length++) {
            assertThat(kindOf(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEqualTo(ContentKind.OTHER);
        }
    }

    @Test
    void takesAPictureWithoutSizeForNone() throws IOException {
        byte[] png = picture("png");
        Arrays.fill(png, 16, 20, (byte) 0);
        assertThat(kindOf(png)).isEqualTo(ContentKind.OTHER);
        byte[] gif = picture("gif");
        Arrays.fill(gif, 6, 8, (byte) 0);
        assertThat(kindOf(gif)).isEqualTo(ContentKind.OTHER);
    }

    @Test
    void takesOtherThingsForOther() throws IOException {
        assertThat(kindOf("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8))).isEqualTo(ContentKind.OTHER);
        assertThat(kindOf("GIF89a<script>".getBytes(StandardCharsets.UTF_8))).isNotEqualTo(ContentKind.PNG);
    }

    @Test
    void takesAnyGarbageBehindAKnownBeginning() throws IOException {
        SplittableRandom random = new SplittableRandom(20210604);
        for (int i = 0; i < 1_000; i++) {
            byte[] picture = picture(new String[] {"png", "jpg", "gif"}[i % 3]);
            for (int j = 0; j < 5; j++) {
                picture[random.nextInt(4, picture.length)] = (byte) random.nextInt(256);
            }
            assertThat(kindOf(Arrays.copyOf(picture, random.nextInt(picture.length))))
                    .isNotNull();
        }
    }

    private ContentKind kindOf(byte[] bytes) throws IOException {
        return ContentKind.of(Files.write(folder.resolve("file"), bytes));
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
